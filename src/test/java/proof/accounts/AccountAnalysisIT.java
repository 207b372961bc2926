package proof.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.AccountAnalysisSimulation;

/** Streams of events: all gates hold on a healthy backend, each breaks on its fault. */
class AccountAnalysisIT {

  private static final String PROFILE = "accounts-steady";
  private static final String GATES = "loadgate.gates.account-analysis";
  private static final String BURST_GATES = "loadgate.gates.account-analysis-burst";
  private static final String STREAM = "/api/copilotkit/stream ";

  private static final String COMPLETION =
      "Account Analysis / Stream completed: percentage of successful events is greater than 95.0";
  private static final String BEGINNING =
      "Account Analysis Burst / Stream started: percentage of successful events is greater than"
          + " 95.0";
  private static final String FAILURES = "percentage of failed events is less than 5.0";

  private static SimulationRun run() {
    return SimulationRun.of(AccountAnalysisSimulation.class).with("profile", PROFILE);
  }

  /** Beside those who watch to the end, others who see the beginning only. */
  private static SimulationRun withBursts(SimulationRun run) {
    return run.with("loadgate.profiles." + PROFILE + ".weights.account-analysis", 3)
        .with("loadgate.profiles." + PROFILE + ".weights.account-analysis-burst", 1);
  }

  private static SimulationRun withFewStreams(SimulationRun run) {
    return run.with(GATES + ".open-streams.min", 0).with(GATES + ".frames-per-second.min", "1/s");
  }

  /** One stream in four is a review, so of a handful there may be none. */
  private static SimulationRun withoutReviews(SimulationRun run) {
    String review = GATES + ".details.\"" + STREAM + "[daily_review]\"";
    return run.with(review + ".mean", "null").with(review + ".p95", "null");
  }

  private static List<String> meanAndP95(String path, String mean, String p95) {
    return List.of(
        path + ": mean of response time is less than " + mean + ".0",
        path + ": 95th percentile of response time is less than " + p95 + ".0");
  }

  private static void assertRed(FinishedRun run, List<String> expected) {
    assertThat(run.red()).as(run.console()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.console().strip()).endsWith("verdict of the run: fail");
  }

  @Test
  void shouldHoldOnAHealthyBackend() {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      FinishedRun run =
          withBursts(run())
              .with("baseUrl", backend.baseUrl())
              .with(GATES + ".frame-gap.mean", "5s")
              .with(GATES + ".frame-gap.p95", "5s")
              .with(GATES + ".frames-per-second.min", "20/s")
              .load(40, 8)
              .finish();

      List<String> expected = new ArrayList<>();
      expected.addAll(
          meanAndP95("Account Analysis / " + STREAM + "[account_analysis]", "2000", "5000"));
      expected.addAll(
          meanAndP95("Account Analysis / " + STREAM + "[daily_review]", "2000", "5000"));
      expected.addAll(meanAndP95("Account Analysis / Whole stream", "10000", "12000"));
      expected.addAll(meanAndP95("Account Analysis / Frame gap", "5000", "5000"));
      expected.addAll(meanAndP95("Account Analysis Burst / " + STREAM + "[burst]", "2000", "5000"));
      expected.addAll(meanAndP95("Account Analysis Burst", "10000", "12000"));
      expected.addAll(
          List.of(
              COMPLETION,
              "Account Analysis / Stream completed: count of all events is greater than or equal"
                  + " to 20.0",
              BEGINNING,
              "Account Analysis Burst / Stream started: count of all events is greater than or"
                  + " equal to 20.0",
              "Account Analysis / Most open streams: min of response time is greater than 9.0",
              "Account Analysis / Frames per second: min of response time is greater than 20.0",
              "Account Analysis: " + FAILURES,
              "Account Analysis Burst: " + FAILURES));
      assertThat(run.red()).as(run.console()).isEmpty();
      assertThat(run.exitCode()).isZero();
      assertThat(run.assertions()).containsOnlyKeys(expected);
      assertThat(run.console()).containsPattern("account-analysis first-event-time p95 +\\d+ ms");
      assertThat(closedStreams(run))
          .as("every stream is asked for once, and closed")
          .isEqualTo(backend.requests().get("POST /api/copilotkit/stream"))
          .isPositive();
    }
  }

  private static long closedStreams(FinishedRun run) {
    Matcher line =
        Pattern.compile("> /api/copilotkit/stream \\[close] +\\| +(\\d+) \\|")
            .matcher(run.console());
    long last = 0;
    while (line.find()) {
      last = Long.parseLong(line.group(1));
    }
    return last;
  }

  @Test
  void streamsThatNeverEndShouldTurnTheGatesOnCompletionRed() {
    FinishedRun run =
        withFewStreams(run())
            .with("loadgate.user-types.account-analysis.patience-seconds", 3)
            .with("loadgate.backend.faults.stream-ends", "off")
            .load(24, 4)
            .finish();

    List<String> expected = new ArrayList<>(List.of(COMPLETION, "Account Analysis: " + FAILURES));
    // Nothing was completed that could be measured.
    expected.addAll(meanAndP95("Account Analysis / Whole stream", "10000", "12000"));
    expected.addAll(meanAndP95("Account Analysis / Frame gap", "200", "300"));
    assertRed(run, expected);
    assertThat(run.console()).contains("[account_analysis] completed timeout");
  }

  @Test
  void slowFramesShouldTurnTheGatesOnGapsAndDurationRed() {
    FinishedRun run =
        withoutReviews(run())
            .with(GATES + ".stream-completion-rate.min-samples", 1)
            .with(GATES + ".stream-completion-rate.fail", "95%")
            .with(GATES + ".completion-time.mean", "2s")
            .with(GATES + ".completion-time.p95", "3s")
            .with("loadgate.backend.faults.work-delay", "300ms")
            .load(6, 3)
            .finish();

    List<String> expected = new ArrayList<>();
    expected.addAll(meanAndP95("Account Analysis / Whole stream", "2000", "3000"));
    expected.addAll(meanAndP95("Account Analysis / Frame gap", "200", "300"));
    expected.addAll(
        List.of(
            "Account Analysis / Most open streams: min of response time is greater than 9.0",
            "Account Analysis / Frames per second: min of response time is greater than 99.0"));
    assertRed(run, expected);
  }

  @Test
  void latencyAndErrorsShouldTurnTheGatesOnConnectionsRed() {
    SimulationRun run = withFewStreams(withBursts(run()));
    for (String name : List.of("account_analysis", "daily_review")) {
      connection(run, GATES, name);
    }
    connection(run, BURST_GATES, "burst");
    FinishedRun finished =
        run.with(BURST_GATES + ".mean", "500ms")
            .with(BURST_GATES + ".p95", "500ms")
            .with(GATES + ".frame-gap.mean", "5s")
            .with(GATES + ".frame-gap.p95", "5s")
            .with("loadgate.backend.faults.latency", "700ms")
            .with("loadgate.backend.faults.error-rate", "15%")
            .load(40, 7)
            .finish();

    List<String> expected = new ArrayList<>();
    expected.addAll(
        meanAndP95("Account Analysis / " + STREAM + "[account_analysis]", "500", "500"));
    expected.addAll(meanAndP95("Account Analysis / " + STREAM + "[daily_review]", "500", "500"));
    expected.addAll(meanAndP95("Account Analysis Burst / " + STREAM + "[burst]", "500", "500"));
    expected.addAll(meanAndP95("Account Analysis Burst", "500", "500"));
    expected.addAll(
        List.of(
            COMPLETION,
            BEGINNING,
            "Account Analysis: " + FAILURES,
            "Account Analysis Burst: " + FAILURES));
    assertRed(finished, expected);
  }

  private static void connection(SimulationRun run, String gates, String name) {
    String path = gates + ".details.\"" + STREAM + "[" + name + "]\"";
    run.with(path + ".mean", "500ms").with(path + ".p95", "500ms");
  }

  @Test
  void streamsThatAreCutOrNeverAnsweredShouldFailAndNotBeOpenedAgain() throws IOException {
    try (BrokenStreams server = new BrokenStreams()) {
      FinishedRun run =
          withFewStreams(run())
              .with("baseUrl", server.baseUrl())
              // Longer than the three seconds after which Gatling would open a stream again.
              .with("loadgate.user-types.account-analysis.patience-seconds", 4)
              .with("loadgate.leave-timeout", "5s")
              .with("gatling.http.requestTimeout", 2000)
              .load(6, 2)
              .finish();

      assertThat(run.red()).as(run.console()).contains(COMPLETION);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.console())
          .contains("the stream broke off and is not opened again")
          .containsPattern(
              "stream-completion-rate +> 95 % +0 % .too few. +" + server.streams() + "  fail");
    }
  }
}
