package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatling.shared.model.assertion.AssertionMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import loadgate.model.StageMeasure;
import loadgate.model.Unit;
import loadgate.runlog.GroupPath;
import loadgate.runlog.NamedRequests;
import org.junit.jupiter.api.Test;

class GatesTest {

  private static final Map<String, MeasuredUserType> KNOWN =
      Map.of(
          "health", new MeasuredUserType("health", "Health", List.of()),
          "auth-flow", new MeasuredUserType("auth-flow", "Auth Flow", List.of()),
          "agent-probe",
              new MeasuredUserType(
                  "agent-probe",
                  "Agent Probe",
                  List.of(
                      new MeasuredMetric("memory", "Memory", Optional.of(Unit.MEGABYTES)),
                      new MeasuredMetric("memory-marker-rate", "Memory present", Optional.empty()),
                      new MeasuredMetric(
                          "memory-growth", "Memory growth", Optional.of(Unit.PERCENT)))),
          "recommendation",
              new MeasuredUserType(
                  "recommendation",
                  "Recommendation",
                  List.of(
                      new MeasuredMetric("cache-hit-rate", "Cache hit", Optional.empty()),
                      new MeasuredMetric("cache-marker-rate", "Cache marker", Optional.empty()))));

  @Test
  void shouldMeasureTheGroupOfTheUserType() {
    Gates gates = gates("health", gate("health", "p95"));

    assertThat(gates.active()).extracting(Gate::path).containsExactly(List.of("Health"));
  }

  @Test
  void shouldMeasureARequestInTheGroup() {
    Gates gates = gates("health", detail("health", "Health - Full", "p95"));

    assertThat(gates.active())
        .extracting(Gate::path)
        .containsExactly(List.of("Health", "Health - Full"));
  }

  @Test
  void shouldMeasureAMetricByItsTitleInTheGroup() {
    Gates gates = gates("recommendation", gate("recommendation", "cache-hit-rate"));

    assertThat(gates.active())
        .extracting(Gate::path)
        .containsExactly(List.of("Recommendation", "Cache hit"));
  }

  @Test
  void shouldAskForTheShareOfLooksThatFoundAValueWhereValuesHaveAGate() {
    Gates gates =
        gates("agent-probe", values("memory", Unit.MEGABYTES), values("memory", Unit.MEGABYTES));

    assertThat(gates.active())
        .extracting(Gate::title)
        .containsExactly(
            "agent-probe memory max", "agent-probe memory max", "agent-probe memory-marker-rate");
    GateLimits marker = gates.active().get(2).settings();
    assertThat(marker.fail()).hasValue(new Limit(Direction.ABOVE, true, 90));
    assertThat(marker.minSamples()).isEqualTo(1);
  }

  @Test
  void shouldLeaveTheShareOfLooksThatFoundAValueToTheSettingsThatHaveIt() {
    Gates gates =
        gates(
            "agent-probe",
            values("memory", Unit.MEGABYTES),
            gate("agent-probe", "memory-marker-rate"));

    assertThat(gates.active())
        .extracting(Gate::title)
        .containsExactly("agent-probe memory max", "agent-probe memory-marker-rate");
    assertThat(gates.active().get(1).settings().minSamples()).isEqualTo(20);
  }

  @Test
  void shouldNotAskForItOfValuesThatAreComputedAfterTheRun() {
    assertThat(gates("agent-probe", values("memory-growth", Unit.PERCENT)).active())
        .extracting(Gate::title)
        .containsExactly("agent-probe memory-growth max");
  }

  @Test
  void shouldMeasureAllRequests() {
    GateLimits global = settings(Optional.empty(), Optional.empty(), "failure-rate");

    assertThat(gates("health", global).active())
        .extracting(Gate::path)
        .containsExactly(List.<String>of());
  }

  @Test
  void shouldNameTheGatesOfATypeThatGetsNoUsers() {
    Gates gates = gates("health", gate("auth-flow", "p95"));

    assertThat(gates.active()).isEmpty();
    assertThat(gates.leftOut()).extracting(Gate::title).containsExactly("auth-flow p95");
  }

  @Test
  void shouldSayNothingOfTheGatesOfOtherSimulations() {
    Gates gates = gates("health", gate("recommendation", "p95"));

    assertThat(gates.active()).isEmpty();
    assertThat(gates.leftOut()).isEmpty();
  }

  @Test
  void shouldListThoseOnAllRequestsFirstAndThenTheSimulationsOrder() {
    Gates gates =
        Gates.of(
            List.of(
                gate("health", "p95"),
                gate("auth-flow", "p95"),
                settings(Optional.empty(), Optional.empty(), "failure-rate")),
            RegressionLimits.none("no baseline"),
            KNOWN.keySet(),
            List.of(KNOWN.get("auth-flow"), KNOWN.get("health")),
            List.of("auth-flow", "health"),
            false);

    assertThat(gates.active())
        .extracting(Gate::title)
        .containsExactly("all requests failure-rate", "auth-flow p95", "health p95");
  }

  @Test
  void shouldShowTheMetricsThatHaveNoGate() {
    Gates gates = gates("recommendation", gate("recommendation", "cache-hit-rate"));

    assertThat(gates.observed())
        .extracting(Gate::title)
        .containsExactly(
            "all requests steady-throughput",
            "all requests longest-stall",
            "recommendation longest-stall",
            "recommendation cache-marker-rate",
            "target cpu max",
            "target cpu-marker-rate",
            "target memory max",
            "target memory-growth max",
            "target memory-marker-rate",
            "target memory-slope max",
            "injector cpu max",
            "injector gc-pauses p95",
            "injector lag p95",
            "injector others-cpu max",
            "injector saturated max",
            "injector stall p95",
            "injector stalled max");
  }

  @Test
  void shouldRefuseAnUnknownUserType() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> gates("health", gate("helth", "p95")))
        .withMessage(
            "gatling.conf:7: gates: unknown user type \"helth\"; nearest is health; allowed:"
                + " global, groups, injector, requests, simulation, target, agent-probe, auth-flow,"
                + " health, recommendation");
  }

  @Test
  void shouldRefuseAMetricThatTheUserTypeDoesNotHave() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> gates("health", gate("health", "cache-hit-rate")))
        .withMessage(
            "gatling.conf:7: gates.health: unknown measure \"cache-hit-rate\"; allowed: %s, %s,"
                + " each, details",
            Measure.namesOfRequests(), StageMeasure.names());
  }

  @Test
  void shouldListTheMetricsThatTheUserTypeHas() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> gates("recommendation", gate("recommendation", "cache-hit-rat")))
        .withMessage(
            "gatling.conf:7: gates.recommendation: unknown measure \"cache-hit-rat\"; nearest is"
                + " cache-hit-rate; allowed: %s, %s, each, details, cache-hit-rate,"
                + " cache-marker-rate",
            Measure.namesOfRequests(), StageMeasure.names());
  }

  @Test
  void shouldAssertTheActiveGatesAndThatTheLogIsComplete() {
    Gates gates =
        gates("recommendation", gate("recommendation", "cache-hit-rate"), gate("auth-flow", "p95"));

    assertThat(texts(gates))
        .containsExactly(
            "Recommendation / Cache hit: count of all events is greater than or equal to 20.0",
            "Recommendation / Cache hit: percentage of successful events is greater than 90.0",
            "Loadgate / Log completed: count of all events is greater than or equal to 1.0");
  }

  @Test
  void shouldAssertOnceThatAPathOfRequestsWasMeasured() {
    Gates gates =
        gates("health", gate("health", "p95"), gate("health", "mean"), gate("health", "max"));

    assertThat(texts(gates))
        .containsExactly(
            "Health / p95 (exact): count of all events is greater than or equal to 20.0",
            "Health / p95 (exact): max of response time is less than 90.0",
            "Health: count of all events is greater than or equal to 20.0",
            "Health: mean of response time is less than 90.0",
            "Health: max of response time is less than 90.0",
            "Loadgate / Log completed: count of all events is greater than or equal to 1.0");
  }

  @Test
  void shouldMeasureRequestsByNameInAGroupOfTheirOwnAndGroupsByTheirPath() {
    Gates gates =
        gates(
            "health",
            detail("requests", "Ping", "failure-rate"),
            detail("groups", "Shop / Checkout", "failure-rate"));

    assertThat(gates.active())
        .extracting(Gate::path)
        .containsExactly(List.of("Requests", "Ping"), List.of("Shop", "Checkout"));
    assertThat(gates.namedRequests())
        .containsExactly(
            new NamedRequests(Optional.empty(), "Ping", GroupPath.of("Requests", "Ping")));
    assertThat(texts(gates))
        .contains(
            "Requests / Ping: percentage of failed events is less than 90.0",
            "Shop / Checkout: percentage of failed events is less than 90.0");
  }

  /** One name stands in the log by itself, several do not. */
  @Test
  void shouldMeasureRequestsOfAUserTypeWhoseNamesVaryInAGroupOfTheirOwn() {
    Gates gates =
        gates(
            "health",
            detail("health", "Ping", "failure-rate"),
            detail("health", "Item *", "failure-rate"),
            detail("groups", "Shop * / Pay", "failure-rate"));

    assertThat(gates.namedRequests())
        .containsExactly(
            new NamedRequests(Optional.of("Health"), "Item *", GroupPath.of("Health", "Item *")));
    assertThat(texts(gates))
        .contains("Health / Item *: percentage of failed events is less than 90.0");
  }

  @Test
  void shouldRefuseGatesOnStagesOfASimulationThatTellsOfNone() {
    Gates gates = gates("health", gate("health", "steady-throughput"));

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(gates::refuseStages)
        .withMessageContaining(
            "gate \"health steady-throughput\" needs a load profile, which this simulation has"
                + " not");
    gates("health", gate("health", "longest-stall")).refuseStages();
  }

  @Test
  void shouldAssertNothingWithoutGates() {
    assertThat(gates("health").assertions()).isEmpty();
  }

  private static List<String> texts(Gates gates) {
    return gates.assertions().stream()
        .map(assertion -> AssertionMessage.message(assertion.asScala()))
        .toList();
  }

  /**
   * Of a simulation of two user types: the one given, which gets users, and auth-flow, which does
   * not.
   */
  /** The load generator may be idle whatever the target does. */
  @Test
  void shouldRefuseARunThatNoAnswerOfTheTargetCouldTurnRed() {
    GateLimits ofInjector =
        settings(
            Optional.of("injector"),
            Optional.empty(),
            Measure.ofValues("saturated", "max", Unit.PERCENT));
    GateLimits off =
        GateLimits.off(Optional.empty(), Optional.empty(), Measure.of("failure-rate"), "a try", "");
    GateLimits ofAnAbsentUserType = gate("auth-flow", "p95");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(gates("health", ofInjector, off, ofAnAbsentUserType)::refuseNothingJudged)
        .withMessageStartingWith("loadgate.gates: none is left that could fail this run");
    assertThatCode(gates("health", ofInjector, gate("health", "p95"))::refuseNothingJudged)
        .doesNotThrowAnyException();
  }

  private static Gates gates(String present, GateLimits... settings) {
    return Gates.of(
        List.of(settings),
        RegressionLimits.none("no baseline"),
        KNOWN.keySet(),
        List.of(KNOWN.get(present), KNOWN.get("auth-flow")),
        List.of(present),
        false);
  }

  private static GateLimits values(String metric, Unit unit) {
    return settings(
        Optional.of("agent-probe"), Optional.empty(), Measure.ofValues(metric, "max", unit));
  }

  private static GateLimits gate(String userType, String measure) {
    return settings(Optional.of(userType), Optional.empty(), measure);
  }

  private static GateLimits detail(String userType, String request, String measure) {
    return settings(Optional.of(userType), Optional.of(request), measure);
  }

  private static GateLimits settings(
      Optional<String> userType, Optional<String> detail, String measure) {
    return settings(userType, detail, Measure.of(measure));
  }

  private static GateLimits settings(
      Optional<String> userType, Optional<String> detail, Measure measure) {
    return new GateLimits(
        userType,
        detail,
        measure,
        Optional.of(Limit.exclusive(measure.direction(), 90)),
        Optional.empty(),
        20,
        "gatling.conf:7");
  }
}
