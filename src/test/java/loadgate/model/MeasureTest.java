package loadgate.model;

import static io.gatling.javaapi.core.CoreDsl.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.javaapi.core.Assertion;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeasureTest {

  /** 4 samples of 10, 20, 30 and 55 in 2 seconds, of which one failed. */
  private static final Samples SAMPLES =
      new Samples() {
        @Override
        public long count() {
          return 4;
        }

        @Override
        public long failures() {
          return 1;
        }

        @Override
        public double okPercent() {
          return 75;
        }

        @Override
        public double koPercent() {
          return 25;
        }

        @Override
        public long percentile(double rank) {
          return rank <= 50 ? 20 : 55;
        }

        @Override
        public long min() {
          return 10;
        }

        @Override
        public long max() {
          return 55;
        }

        @Override
        public double mean() {
          return 28.75;
        }

        @Override
        public double standardDeviation() {
          return 16.7;
        }

        @Override
        public double seconds() {
          return 2;
        }
      };

  private static Limit limit(Measure measure, double value) {
    return Limit.exclusive(measure.direction(), value);
  }

  private static Stream<Measure> all() {
    Stream<Measure> others =
        Stream.of(
            Measure.of("p95"),
            Measure.ofEach("p95").orElseThrow(),
            Measure.of("cache-hit-rate"),
            Measure.of("revoked-accepted"),
            Measure.ofValues("memory", "p95", Unit.MEGABYTES));
    Stream<Measure> ofValues =
        Stream.of("mean", "max", "min")
            .map(statistic -> Measure.ofValues("memory", statistic, Unit.MEGABYTES));
    Stream<Measure> ofStages = Arrays.stream(StageMeasure.values()).map(StageMeasure::measure);
    return Stream.of(Measure.asserted().stream(), others, ofValues, ofStages)
        .flatMap(measures -> measures);
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldKnowAllItsParts(Measure measure) {
    assertThat(measure.name()).isNotBlank();
    assertThat(measure.unit()).isNotNull();
    assertThat(measure.direction()).isNotNull();
    assertThat(measure.of(SAMPLES)).isPositive();
    assertThat(measure.assertion(details("Shop"), limit(measure, 50))).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("all")
  void shouldBeFoundAgainByItsNameAndUnit(Measure measure) {
    assertThat(Measure.named(measure.name(), measure.unit())).isEqualTo(measure);
  }

  @ParameterizedTest
  @CsvSource({
    "p50, MILLISECONDS, BELOW, 20",
    "p99.9, MILLISECONDS, BELOW, 55",
    "mean, MILLISECONDS, BELOW, 29",
    "max, MILLISECONDS, BELOW, 55",
    "failure-rate, PERCENT, BELOW, 25",
    "throughput, PER_SECOND, ABOVE, 2",
    "steady-throughput, PER_SECOND, ABOVE, 10",
    "scaling-efficiency, PERCENT, ABOVE, 10",
    "failure-drift, PERCENT, BELOW, 55",
    "p95-drift, PERCENT, BELOW, 55",
    "cache-hit-rate, PERCENT, ABOVE, 75",
    "revoked-accepted, COUNT, BELOW, 1"
  })
  void shouldComputeAValueInItsUnit(String name, Unit unit, Direction direction, double value) {
    Measure measure = Measure.of(name);

    assertThat(measure.unit()).isEqualTo(unit);
    assertThat(measure.direction()).isEqualTo(direction);
    assertThat(measure.of(SAMPLES)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"p0", "p00.0", "p100", "p95.", "min", "cached-answers"})
  void shouldTakeEveryOtherNameForACount(String name) {
    assertThat(Measure.of(name).isCount()).isTrue();
    assertThat(Measure.of(name).metric()).hasValue(name);
  }

  @ParameterizedTest
  @CsvSource({
    "memory max, BELOW, 55",
    "memory mean, BELOW, 29",
    "memory p99.9, BELOW, 55",
    "memory min, ABOVE, 10"
  })
  void shouldTellTheStatisticOfValues(String name, Direction direction, double value) {
    Measure measure = Measure.named(name, Unit.MEGABYTES);

    assertThat(measure.isOfValues()).isTrue();
    assertThat(measure.metric()).hasValue("memory");
    assertThat(measure.unit()).isEqualTo(Unit.MEGABYTES);
    assertThat(measure.direction()).isEqualTo(direction);
    assertThat(measure.of(SAMPLES)).isEqualTo(value);
  }

  @Test
  void shouldTakeOtherWordsAfterASpaceForPartOfTheName() {
    assertThat(Measure.named("404 /api/stocks", Unit.COUNT))
        .isEqualTo(Measure.of("404 /api/stocks"));
  }

  @Test
  void shouldEqualOneOfTheSameNameAlone() {
    assertThat(Measure.of("p95")).isEqualTo(Measure.of("p95")).isNotEqualTo(Measure.of("p99"));
  }

  @ParameterizedTest
  @CsvSource({
    "p95, true",
    "mean, true",
    "failure-rate, true",
    "cache-hit-rate, true",
    "max, false",
    "throughput, false",
    "revoked-accepted, false",
    "unsent, false",
    "users-started, false",
    "steady-throughput, false",
    "final-p95-growth, false"
  })
  void shouldTakeSeveralSamplesOfTimesAndRates(String name, boolean several) {
    assertThat(Measure.of(name).takesSeveralSamples()).isEqualTo(several);
  }

  @Test
  void shouldBeAlwaysOnWhereAGreenWithoutItSaysLittle() {
    assertThat(Measure.of("failure-rate").isGuarded(true)).isTrue();
    assertThat(Measure.of("failure-rate").isGuarded(false)).isFalse();
    assertThat(Measure.of("unsent").isGuarded(false)).isTrue();
    assertThat(Measure.of("users-started").isGuarded(false)).isTrue();
  }

  @Test
  void shouldBeOfEachRequestForResponseTimesAndFailures() {
    assertThat(Measure.ofEach("p99.9").orElseThrow().name()).isEqualTo("each p99.9");
    assertThat(Measure.ofEach("max")).isPresent();
    assertThat(Measure.ofEach("failure-rate").orElseThrow().recordedName())
        .isEqualTo("each failure-rate (0.001 %)");
    assertThat(Measure.ofEach("throughput")).isEmpty();
    assertThat(Measure.ofEach("cache-hit-rate")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 | Time(ResponseTime,Max) | Lt(100.0)",
        "mean | Time(ResponseTime,Mean) | Lt(100.0)",
        "max | Time(ResponseTime,Max) | Lt(100.0)",
        "failure-rate | Percent(FailedRequests) | Lt(100.0)",
        "throughput | MeanRequestsPerSecond | Gt(100.0)",
        "steady-throughput | Time(ResponseTime,Min) | Gt(100.0)",
        "failure-drift | Time(ResponseTime,Max) | Lt(100.0)",
        "revoked-accepted | Count(FailedRequests) | Lt(100.0)",
      })
  void shouldSayHowGatlingAssertsIt(String name, String target, String condition) {
    Assertion assertion = Measure.of(name).assertion(details("Shop"), limit(Measure.of(name), 100));

    assertThat(assertion.asScala())
        .hasToString("Assertion(Details(List(Shop)),%s,%s)".formatted(target, condition));
  }

  @Test
  void shouldListItsNamesForMessages() {
    assertThat(Measure.namesOfRequests())
        .startsWith("percentiles such as p95, mean, max")
        .contains(", failure-rate", ", throughput");
    assertThat(Measure.namesOfValues()).startsWith("percentiles such as p95, mean, max");
    assertThat(StageMeasure.names()).contains("steady-throughput, final-throughput");
  }

  @Test
  void shouldBeNoStageMeasureWhenAMetricHasTheNameOfOne() {
    Measure ofMetric =
        new Measure(
            "failure-drift", Optional.of("failure-drift"), Unit.COUNT, Statistic.OCCURRENCES);

    assertThat(ofMetric.stageMeasure()).isEmpty();
    assertThat(Measure.of("failure-drift").stageMeasure()).hasValue(StageMeasure.FAILURE_DRIFT);
  }
}
