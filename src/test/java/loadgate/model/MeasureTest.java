package loadgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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
    "steady-throughput, COURSE, PER_SECOND, false",
    "scaling-efficiency, COURSE, PERCENT, false",
    "failure-drift, COURSE, PERCENT, true",
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

  @ParameterizedTest
  @CsvSource({
    "memory max, MAX, true",
    "memory mean, MEAN, true",
    "memory p99.9, PERCENTILE, true",
    "memory min, MIN, false"
  })
  void shouldTellTheStatisticOfValues(String name, Measure.Kind kind, boolean upper) {
    Measure measure = Measure.named(name, Unit.MEGABYTES);

    assertThat(measure)
        .isEqualTo(new Measure(name, kind, Optional.of("memory"), Unit.MEGABYTES, upper));
    assertThat(measure.ofValues()).isTrue();
  }

  @Test
  void shouldTakeOtherWordsAfterASpaceForPartOfTheName() {
    assertThat(Measure.named("404 /api/stocks", Unit.COUNT))
        .isEqualTo(Measure.of("404 /api/stocks"));
  }

  @Test
  void shouldReadTheRankOfAPercentileOfValues() {
    assertThat(Measure.ofValues("pipeline", "p95", Unit.MILLISECONDS).rank()).isEqualTo(95);
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
