package loadgate.gates;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;
import static org.assertj.core.api.Assertions.assertThat;

import boopickle.Default$;
import boopickle.PickleState$;
import io.gatling.javaapi.core.Assertion;
import io.gatling.shared.model.assertion.AssertionPicklers;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.runlog.PickledAssertion;
import loadgate.runlog.RunHeader;
import loadgate.stats.StatisticsCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatesFromAssertionsTest {

  static Stream<Measure> measures() {
    return Measure.asserted().stream();
  }

  @ParameterizedTest
  @MethodSource("measures")
  void shouldRecogniseEveryMeasure(Measure measure) {
    for (boolean inclusive : new boolean[] {true, false}) {
      Limit limit = new Limit(measure.direction(), inclusive, 50);

      Gate gate = gate(measure.assertion(details("Shop"), limit));

      assertThat(gate.measure().statistic()).isEqualTo(measure.statistic());
      assertThat(gate.settings().fail()).hasValue(limit);
      assertThat(gate.path()).containsExactly("Shop");
    }
  }

  static Stream<Gate> recorded() {
    return Stream.of(List.<String>of(), List.of("Shop"), List.of("Shop", "Buy - Now"))
        .flatMap(
            path ->
                Stream.of("p95", "p99.9", "each p95")
                    .map(name -> Measure.named(name, Unit.MILLISECONDS))
                    .filter(measure -> path.size() < 2 || !measure.ofEach())
                    .map(measure -> gate(path, measure)));
  }

  /** Percentiles are asserted beside the samples that they are of. */
  @ParameterizedTest
  @MethodSource("recorded")
  void shouldRecogniseAnExactFigure(Gate asserted) {
    List<Assertion> assertions = new ArrayList<>(asserted.assertions());
    assertions.add(asserted.sampleCount(false).assertion());

    Gate gate = gates(assertions).orElseThrow().active().get(0);

    assertThat(gate.path()).isEqualTo(asserted.path());
    assertThat(gate.measure()).isEqualTo(asserted.measure());
    assertThat(gate.settings().fail()).isEqualTo(asserted.settings().fail());
    assertThat(gate.settings().minSamples()).isEqualTo(7);
  }

  private static Gate gate(List<String> path, Measure measure) {
    Limit fail = Limit.exclusive(measure.direction(), 50);
    return new Gate(
        new GateLimits(
            path.stream().findFirst(),
            Optional.empty(),
            measure,
            Optional.of(fail),
            Optional.empty(),
            7,
            "here"),
        path);
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 99, 99.9})
  void shouldRecogniseAnyPercentile(double rank) {
    Gate gate = gate(global().responseTime().percentile(rank).lt(50));

    assertThat(gate.measure().name()).isIn("p50", "p99", "p99.9").endsWith(text(rank));
    assertThat(gate.measure().unit()).isEqualTo(Unit.MILLISECONDS);
  }

  @Test
  void shouldTakeValuesForCounts() {
    Gate gate = gate(details("Shop", "Sold").responseTime().min().gt(20));

    assertThat(gate.measure().name()).isEqualTo("min");
    assertThat(gate.measure().unit()).isEqualTo(Unit.COUNT);
    assertThat(gate.measure().direction()).isEqualTo(Direction.ABOVE);
  }

  static Stream<Assertion> others() {
    return Stream.of(
        global().responseTime().mean().gt(50),
        global().responseTime().max().between(10, 50),
        global().successfulRequests().percent().lt(50.0),
        global().responseTime().percentile(100).lt(50),
        global().failedRequests().percent().is(0.0),
        global().successfulRequests().count().gt(50L),
        global().requestsPerSec().lt(50.0));
  }

  @ParameterizedTest
  @MethodSource("others")
  void shouldGiveNoGatesForAnAssertionThatNoMeasureMakes(Assertion assertion) {
    assertThat(gates(List.of(assertion))).isEmpty();
  }

  private static String text(double rank) {
    return rank == Math.rint(rank) ? String.valueOf((int) rank) : String.valueOf(rank);
  }

  private static Gate gate(Assertion assertion) {
    return gates(List.of(assertion)).orElseThrow().active().get(0);
  }

  private static Optional<Gates> gates(List<Assertion> assertions) {
    StatisticsCollector collector = new StatisticsCollector();
    collector.header(
        new RunHeader(
            "3.15.1",
            "Shop",
            Instant.EPOCH,
            "",
            List.of("Shop"),
            assertions.stream().map(GatesFromAssertionsTest::pickled).toList()));
    return GatesFromAssertions.of(collector.statistics());
  }

  private static PickledAssertion pickled(Assertion assertion) {
    ByteBuffer bytes =
        Default$.MODULE$
            .Pickle()
            .intoBytes(
                assertion.asScala(),
                PickleState$.MODULE$.pickleStateSpeed(),
                AssertionPicklers.AssertionPickler());
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return new PickledAssertion(copy);
  }
}
