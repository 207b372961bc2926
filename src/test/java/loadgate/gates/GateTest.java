package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.shared.model.assertion.AssertionMessage;
import java.util.List;
import java.util.Optional;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
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
    assertThat(gate(measure).text(limit(measure, limit))).isEqualTo(expected);
  }

  @Test
  void shouldWriteNothingForALimitThatIsNotSet() {
    assertThat(gate("p95").text(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 | Health / p95 (exact): max of response time is less than 90.0",
        "each p95 | Health / each p95 (exact): max of response time is less than 90.0",
        "each mean | Health / each mean (exact): max of response time is less than 90.0",
        "mean | Health: mean of response time is less than 90.0",
        "max | Health: max of response time is less than 90.0",
        "failure-rate | Health: percentage of failed events is less than 90.0",
        "throughput | Health: mean requests per second is greater than 90.0",
        "revoked-accepted | Health: count of failed events is less than 90.0",
        "cache-hit-rate | Health: percentage of successful events is greater than 90.0"
      })
  void shouldBeAssertedByGatling(String measure, String expected) {
    assertThat(gate(measure).assertions())
        .extracting(assertion -> AssertionMessage.message(assertion.asScala()))
        .containsExactly(expected);
  }

  @Test
  void shouldHaveItsExactFigureBesideTheRequest() {
    Gate ofRequest =
        new Gate(gate("p95").settings(), List.of("Health", "In a group", "Health - Full"));
    Gate ofAllRequests = new Gate(gate("p95").settings(), List.of());

    assertThat(ofRequest.assertedPath())
        .containsExactly("Health", "In a group", "Health - Full p95 (exact)");
    assertThat(ofAllRequests.assertedPath()).containsExactly("All requests", "p95 (exact)");
  }

  @Test
  void shouldBeNoAssertionWhenItOnlyWarns() {
    GateLimits warning =
        new GateLimits(
            Optional.of("health"),
            Optional.empty(),
            Measure.of("p95"),
            Optional.empty(),
            limit("p95", 80),
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
            Measure.named(measure, Measure.of(measure).unit()),
            limit(measure, 90),
            Optional.empty(),
            20,
            "gatling.conf:1"),
        List.of("Health"));
  }

  private static Optional<Limit> limit(String measure, double value) {
    return Optional.of(Limit.exclusive(Measure.of(measure).direction(), value));
  }
}
