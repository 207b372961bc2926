package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

  @Test
  void shouldGrowFromTheFirstRequestOn() {
    assertThat(millisAfter(new Latency(Duration.ofMillis(50), Duration.ofMillis(600))))
        .containsExactly(50, 350, 650, 1_250);
  }

  @Test
  void shouldStayTheSameWithoutASlowdown() {
    assertThat(millisAfter(new Latency(Duration.ofMillis(50), Duration.ZERO)))
        .containsExactly(50, 50, 50, 50);
  }

  /** The delays of requests 0, 30, 60 and 120 s after the first one. */
  private static long[] millisAfter(Latency latency) {
    long start = System.nanoTime();
    return LongStream.of(0, 30, 60, 120)
        .map(seconds -> latency.nanosAt(start + Duration.ofSeconds(seconds).toNanos()))
        .map(nanos -> Duration.ofNanos(nanos).toMillis())
        .toArray();
  }
}
