package proof.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.AccountAnalysisSimulation;

/** Event streams: all gates hold on a healthy backend, each breaks on its fault. */
class AccountAnalysisIT {

  private static final String PROFILE = "accounts-steady";
  private static final String GATES = "loadgate.gates.account-analysis";
  private static final String BURST_GATES = "loadgate.gates.account-analysis-burst";
  private static final String STREAM = "/api/copilotkit/stream ";
  private static final String COMPLETION_RATE = "account-analysis stream-completion-rate";
  private static final String START_RATE = "account-analysis-burst stream-start-rate";

  private static final String CONNECTION_P95 =
      "account-analysis / " + STREAM + "[account_analysis] p95";
  private static final String COMPLETION_P95 = "account-analysis completion-time p95";

  private static final String FAILURES = "all requests failure-rate";
  private static final String OWN_FAILURES = "account-analysis failure-rate";
  private static final String HEALTH_FAILURES =
      "account-analysis / /api/copilotkit/health failure-rate";

  private static SimulationRun run() {
    return SimulationRun.of(AccountAnalysisSimulation.class).with("profile", PROFILE);
  }

  private static SimulationRun withBursts(SimulationRun run) {
    return run.with("loadgate.profiles." + PROFILE + ".weights.account-analysis", 3)
        .with("loadgate.profiles." + PROFILE + ".weights.account-analysis-burst", 1);
  }

  private static SimulationRun withFewStreams(SimulationRun run) {
    return run.with(GATES + ".open-streams.min", 0).with(GATES + ".frames-per-second.min", "1/s");
  }

  private static SimulationRun withSlowFrames(SimulationRun run) {
    return run.with(GATES + ".frame-gap.mean", "5s").with(GATES + ".frame-gap.p95", "5s");
  }

  /** One task in 14 is a health check, so a handful of tasks may have none. */
  private static SimulationRun withoutHealthChecks(SimulationRun run) {
    return run.with(GATES + ".details.\"/api/copilotkit/health\".failure-rate", "null");
  }

  /** A handful of tasks may have no daily review either. */
  private static SimulationRun withoutConnections(SimulationRun run) {
    limitConnections(run, GATES, "account_analysis", "null");
    return limitConnections(run, GATES, "daily_review", "null");
  }

  private static SimulationRun limitConnections(
      SimulationRun run, String gates, String kind, String limit) {
    String path = gates + ".details.\"" + STREAM + "[" + kind + "]\"";
    return run.with(path + ".mean", limit).with(path + ".p95", limit);
  }

  private static List<String> gates(String... meanAndP95) {
    return Stream.of(meanAndP95).flatMap(of -> Stream.of(of + " mean", of + " p95")).toList();
  }

  private static List<String> concat(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static void assertFailed(FinishedRun run, List<String> times, String... others) {
    assertThat(run.failed())
        .as(run.console())
        .containsExactlyInAnyOrderElementsOf(concat(times, List.of(others)));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void shouldPassOnAHealthyBackend() throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      FinishedRun run =
          withSlowFrames(withBursts(run()))
              .with("baseUrl", backend.baseUrl())
              .with(GATES + ".frames-per-second.min", "20/s")
              .load(60, 10)
              .finish();

      assertThat(run.failed()).as(run.console()).isEmpty();
      assertThat(run.exitCode()).isZero();
      assertThat(run.gate(COMPLETION_RATE).value()).isEqualTo(100);
      assertThat(run.gate(START_RATE).value()).isEqualTo(100);
      assertThat(run.gate("account-analysis first-event-time p95").samples()).isPositive();
      assertThat(closedStreams(run))
          .as("every stream is requested once and closed")
          .isEqualTo(backend.requests().get("POST /api/copilotkit/stream"))
          .isPositive();
    }
  }

  private static long closedStreams(FinishedRun run) throws IOException {
    AtomicLong closed = new AtomicLong();
    RunLog.inFolder(run.runFolder())
        .read(
            new RunLogListener() {
              @Override
              public void request(
                  GroupPath groups, String name, int start, int end, boolean ok, String message) {
                if (name.equals(STREAM + "[close]")) {
                  closed.incrementAndGet();
                }
              }
            });
    return closed.get();
  }

  @Test
  void streamsThatNeverEndShouldFailCompletion() {
    FinishedRun run =
        withoutHealthChecks(withoutConnections(withFewStreams(run())))
            .with("loadgate.user-types.account-analysis.patience-seconds", 5)
            .with(GATES + ".completion-time.mean", "4s")
            .with(GATES + ".completion-time.p95", "4s")
            .with("loadgate.backend.faults.stream-ends", "off")
            .load(24, 4)
            .finish();

    List<String> completionTimes = gates("account-analysis completion-time");
    List<String> gaps = gates("account-analysis frame-gap");
    assertFailed(run, concat(completionTimes, gaps), COMPLETION_RATE, FAILURES, OWN_FAILURES);
    assertThat(run.gate(COMPLETION_RATE).value()).isZero();
    // A stream that hangs took as long as its user waited, and was silent until then.
    assertThat(completionTimes)
        .allSatisfy(gate -> assertThat(run.gate(gate).value()).isBetween(5_000.0, 7_000.0));
    assertThat(run.gate("account-analysis frame-gap mean").value()).isGreaterThan(200);
    assertThat(run.gate("account-analysis frame-gap p95").value()).isGreaterThan(300);
  }

  @Test
  void slowFramesShouldFailGapsAndCompletionTimes() {
    FinishedRun run =
        withoutHealthChecks(withoutConnections(run()))
            .with(GATES + ".stream-completion-rate.min-samples", 1)
            .with(GATES + ".completion-time.mean", "2s")
            .with(GATES + ".completion-time.p95", "3s")
            .with("loadgate.backend.faults.work-delay", "300ms")
            .load(6, 3)
            .finish();

    assertFailed(
        run,
        gates("account-analysis completion-time", "account-analysis frame-gap"),
        "account-analysis open-streams min",
        "account-analysis frames-per-second min");
    assertThat(run.gate("account-analysis frame-gap mean").value()).isGreaterThan(200);
    assertThat(run.gate("account-analysis open-streams min").value()).isBetween(1.0, 9.0);
    assertThat(run.gate("account-analysis frames-per-second min").value()).isBetween(1.0, 99.0);
  }

  @Test
  void latencyAndErrorsShouldFailConnectionsAndStarts() {
    SimulationRun run = withoutHealthChecks(withSlowFrames(withFewStreams(withBursts(run()))));
    limitConnections(run, GATES, "account_analysis", "500ms");
    limitConnections(run, GATES, "daily_review", "500ms");
    limitConnections(run, BURST_GATES, "burst", "500ms");
    FinishedRun finished =
        run.with(BURST_GATES + ".details.\"Stream started\".mean", "500ms")
            .with(BURST_GATES + ".details.\"Stream started\".p95", "500ms")
            .with("loadgate.backend.faults.latency", "700ms")
            .with("loadgate.backend.faults.error-rate", "30%")
            .load(40, 7)
            .finish();

    List<String> times =
        gates(
            "account-analysis / " + STREAM + "[account_analysis]",
            "account-analysis / " + STREAM + "[daily_review]",
            "account-analysis-burst / " + STREAM + "[burst]",
            "account-analysis-burst / Stream started");
    assertFailed(
        finished,
        times,
        COMPLETION_RATE,
        START_RATE,
        FAILURES,
        OWN_FAILURES,
        "account-analysis-burst failure-rate",
        // Streams that failed at once have no times.
        "account-analysis completion-time-marker-rate",
        "account-analysis frame-gap-marker-rate");
    assertThat(times)
        .allSatisfy(gate -> assertThat(finished.gate(gate).value()).isGreaterThanOrEqualTo(700));
    assertThat(finished.gate(COMPLETION_RATE).value()).isBetween(1.0, 95.0);
    assertThat(finished.gate(START_RATE).value()).isBetween(1.0, 95.0);
  }

  @Test
  void brokenStreamsShouldFailOnceAndBadHealthShouldFail() throws IOException {
    try (BrokenStreams server = new BrokenStreams()) {
      FinishedRun run =
          withFewStreams(run())
              .with("baseUrl", server.baseUrl())
              // Longer than the three seconds after which Gatling would reopen a stream.
              .with("loadgate.user-types.account-analysis.patience-seconds", 4)
              .with(GATES + ".completion-time.p95", "3s")
              .with("loadgate.leave-timeout", "5s")
              .with("gatling.http.requestTimeout", 2000)
              .with(GATES + ".details.\"" + STREAM + "[account_analysis]\".p95", "3s")
              // So many that some of the first tasks are health checks.
              .load(150, 2)
              .finish();

      assertThat(run.failed())
          .as(run.console())
          .contains(COMPLETION_RATE, HEALTH_FAILURES, FAILURES, CONNECTION_P95, COMPLETION_P95);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.gate(COMPLETION_RATE).value()).isZero();
      assertThat(run.gate(COMPLETION_RATE).samples()).isEqualTo(server.streams());
      assertThat(run.gate(HEALTH_FAILURES).value()).isEqualTo(100);
      // Half of the streams never get an answer; each counts as the time that its user waited.
      assertThat(run.gate(CONNECTION_P95).value()).isBetween(4_000.0, 8_000.0);
      assertThat(run.gate(COMPLETION_P95).value()).isBetween(4_000.0, 8_000.0);
    }
  }
}
