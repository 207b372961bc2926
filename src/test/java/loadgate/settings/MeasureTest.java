package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

  @ParameterizedTest
  @CsvSource({
    "p50, PERCENTILE, MILLISECONDS, true",
    "p99.9, PERCENTILE, MILLISECONDS, true",
    "mean, MEAN, MILLISECONDS, true",
    "max, MAX, MILLISECONDS, true",
    "failure-rate, FAILURE_RATE, PERCENT, true",
    "throughput, THROUGHPUT, PER_SECOND, false",
    "cache-hit-rate, METRIC_RATE, PERCENT, false",
    "revoked-accepted, METRIC_COUNT, COUNT, true",
    "p100, METRIC_COUNT, COUNT, true",
    "p95., METRIC_COUNT, COUNT, true"
  })
  void shouldTellTheKindByTheName(String name, Measure.Kind kind, Unit unit, boolean upper) {
    Measure measure = Measure.of(name);

    assertThat(measure.kind()).isEqualTo(kind);
    assertThat(measure.unit()).isEqualTo(unit);
    assertThat(measure.upper()).isEqualTo(upper);
  }

  @Test
  void shouldReadTheRankOfAPercentile() {
    assertThat(Measure.of("p99.9").rank()).isEqualTo(99.9);
  }

  @ParameterizedTest
  @CsvSource({
    "MILLISECONDS, 100, 100 ms",
    "PERCENT, 0.5, 0.5 %",
    "PERCENT, 33.3333, 33.33 %",
    "PER_SECOND, 20, 20/s",
    "COUNT, 1000000, 1000000"
  })
  void shouldWriteAValueWithItsUnit(Unit unit, double value, String expected) {
    assertThat(unit.text(value)).isEqualTo(expected);
  }
}
