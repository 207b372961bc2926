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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.model.Direction;
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
    return Stream.concat(Measure.asserted().stream(), Stream.of(Measure.of("p95")));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void shouldRecogniseEveryMeasure(Measure measure) {
    List<Assertion> assertions = measure.assertions(details("Shop"), 50, 20);

    Gate gate = gates(assertions).orElseThrow().active().get(0);

    assertThat(gate.measure().statistic()).isEqualTo(measure.statistic());
    assertThat(gate.settings().fail()).hasValue(50);
    assertThat(gate.settings().minSamples()).isEqualTo(measure.minSamples().orElse(1));
    assertThat(gate.path()).containsExactly("Shop");
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
        global().responseTime().mean().lte(50),
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
