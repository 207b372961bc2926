package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  @Test
  void shouldBeNamedAfterTheUserType() {
    assertThat(gate(Optional.of("health"), Optional.empty(), "p95").title())
        .isEqualTo("health p95");
  }

  @Test
  void shouldBeNamedAfterTheRequest() {
    assertThat(gate(Optional.of("health"), Optional.of("Health - Full"), "p99.9").title())
        .isEqualTo("health / Health - Full p99.9");
  }

  @Test
  void shouldBeNamedAfterAllRequests() {
    assertThat(gate(Optional.empty(), Optional.empty(), "failure-rate").title())
        .isEqualTo("all requests failure-rate");
  }

  @ParameterizedTest
  @CsvSource({
    "p95, 100, < 100 ms",
    "mean, 250, < 250 ms",
    "max, 1000, < 1000 ms",
    "failure-rate, 0.5, < 0.5 %",
    "throughput, 20, > 20/s",
    "cache-hit-rate, 85, > 85 %",
    "revoked-accepted, 1, < 1",
    "steady-throughput, 100, > 100/s",
    "failure-drift, 150, < 150 %"
  })
  void shouldWriteALimitWithItsSideAndUnit(String measure, double limit, String expected) {
    assertThat(gate(measure).text(OptionalDouble.of(limit))).isEqualTo(expected);
  }

  @Test
  void shouldWriteNothingForALimitThatIsNotSet() {
    assertThat(gate("p95").text(OptionalDouble.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "p95, 99.9, true",
    "p95, 100, false",
    "p95, 100.1, false",
    "throughput, 100.1, true",
    "throughput, 100, false",
    "throughput, 99.9, false"
  })
  void shouldHaveItsLimitOnTheWrongSide(String measure, double value, boolean met) {
    assertThat(gate(measure).meets(value, OptionalDouble.of(100))).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({
    "p95, 1",
    "mean, 1",
    "max, 1",
    "failure-rate, 1",
    "throughput, 1",
    "revoked-accepted, 1",
    "steady-throughput, 1",
    "failure-drift, 1",
    "cache-hit-rate, 2"
  })
  void shouldBeAsManyAssertionsAsMustHold(String measure, int expected) {
    assertThat(gate(measure).assertions()).hasSize(expected);
  }

  @Test
  void shouldBeNoAssertionWhenItOnlyWarns() {
    GateLimits warning =
        new GateLimits(
            Optional.of("health"),
            Optional.empty(),
            Measure.of("p95"),
            OptionalDouble.empty(),
            OptionalDouble.of(80),
            1,
            "gatling.conf:1");

    assertThat(new Gate(warning, List.of("Health")).assertions()).isEmpty();
  }

  private static Gate gate(String measure) {
    return gate(Optional.of("health"), Optional.empty(), measure);
  }

  private static Gate gate(Optional<String> userType, Optional<String> detail, String measure) {
    return new Gate(
        new GateLimits(
            userType,
            detail,
            Measure.of(measure),
            OptionalDouble.of(90),
            OptionalDouble.empty(),
            20,
            "gatling.conf:1"),
        List.of("Health"));
  }
}
