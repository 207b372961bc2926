package simulations.users.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import org.junit.jupiter.api.Test;

class StreamCountsTest {

  private final StreamCounts counts = new StreamCounts();

  @Test
  void shouldTellTheMostOpenStreamsAndTheFramesPerSecond() {
    counts.opened();
    counts.opened();
    counts.closed();
    counts.opened();
    counts.closed();
    // Seven frames within two seconds.
    for (long tenths = 0; tenths < 7; tenths++) {
      counts.received(-1_000_000_000L + tenths * 2_000_000_000L / 6);
    }

    assertThat(counts.derived())
        .containsExactly(
            DerivedMetric.of(StreamCounts.OPEN_STREAMS, Metric.Sample.value(2)),
            DerivedMetric.of(StreamCounts.FRAMES_PER_SECOND, Metric.Sample.value(3)));
  }

  @Test
  void shouldTellNothingWithoutStreams() {
    assertThat(counts.derived()).isEmpty();
  }
}
