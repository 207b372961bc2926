package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import loadgate.gates.GateResult;
import loadgate.gates.Gates;
import loadgate.gates.MeasuredUserType;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.gates.RegressionLimits;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Measure;
import loadgate.model.Stage;
import loadgate.model.StageWindow;
import loadgate.model.Unit;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogRecords;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import loadgate.target.TargetException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of 10 users for 10 s that sent 40 requests, 10 of which failed in the second half. */
class DerivedMetricsTest {

  private static final Metric SOLD = Metric.values("sold", "Sold", Unit.COUNT);

  private static final Conclusion SHOP =
      new Conclusion(
          "shop",
          "Shop",
          run ->
              List.of(DerivedMetric.of(SOLD, Metric.Sample.value(run.global().ok().count() * 2))));

  private static final Conclusion FORGETFUL =
      new Conclusion(
          "forgetful",
          "Forgetful",
          run -> {
            throw new TargetException("nobody answers");
          });

  @TempDir private Path folder;

  private Path log;

  @BeforeEach
  void writeLog() throws IOException {
    log = folder.resolve(RunLog.FILE_NAME);
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of("Shop"), List.of()));
      writer.user(0, true, 0);
      for (int i = 0; i < 40; i++) {
        boolean ok = i < 30;
        int end = 250 * i + 100;
        writer.request(GroupPath.of("Shop"), "Buy", end - 10, end, ok, ok ? "" : "sold out");
      }
      writer.user(0, false, 10_000);
    }
  }

  @Test
  void shouldBecomeSamplesThatGatesJudge() throws IOException {
    Gates gates =
        gates(
            gate(Optional.empty(), Measure.of("steady-throughput"), 2),
            gate(Optional.of("shop"), Measure.of("failure-drift"), 150),
            gate(Optional.of("shop"), Measure.of("scaling-efficiency"), 50),
            gate(Optional.of("shop"), Measure.ofValues("sold", "min", Unit.COUNT), 59));

    assertThat(complete(gates, 0, SHOP)).isEmpty();

    RunVerdict verdict = RunVerdict.of(gates, RunStatistics.of(log));
    assertThat(verdict.gates())
        .extracting(result -> result.gate().title() + ": " + result.actualText())
        .containsExactly(
            "all requests steady-throughput: 3/s",
            // No failures in the first half.
            "shop failure-drift: 1000000 %",
            "shop scaling-efficiency: not measured",
            "shop sold min: 60");
    assertThat(verdict.gates())
        .extracting(GateResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.FAIL, Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    // 14 successes in the last 6 s are 2.33 per second.
    "1, 2, PASS",
    "2, 3, PASS",
    "3, 2, FAIL"
  })
  void shouldBeWholeOnTheRightSideOfTheLimit(double limit, double shown, Verdict verdict)
      throws IOException {
    Gates gates = gates(gate(Optional.empty(), Measure.of("steady-throughput"), limit));

    complete(gates, 4, SHOP);

    GateResult result = RunVerdict.of(gates, RunStatistics.of(log)).gates().get(0);
    assertThat(result.actual()).hasValue(shown);
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  @Test
  void shouldLeaveTheFiguresOfTheRequestsAsTheyWere() throws IOException {
    RunStatistics before = RunStatistics.of(log);

    complete(gates(gate(Optional.empty(), Measure.of("steady-throughput"), 2)), 0, SHOP);

    RunStatistics after = RunStatistics.of(log);
    assertThat(after.global()).usingRecursiveComparison().isEqualTo(before.global());
    assertThat(after.duration()).isEqualTo(before.duration());
    assertThat(after.truncatedAt()).isEmpty();
  }

  @Test
  void shouldSayWhoseFiguresAreMissingAndKeepTheOthers() throws IOException {
    Gates gates = gates(gate(Optional.empty(), Measure.of("steady-throughput"), 2));

    assertThat(complete(gates, 0, FORGETFUL, SHOP))
        .containsExactly("no metrics of the whole run of forgetful: nobody answers");
    assertThat(RunStatistics.of(log).find(List.of("Shop", "Sold"))).isPresent();
    assertThat(RunStatistics.of(log).find(gates.active().get(0).path())).isPresent();
  }

  /** What could not be found out when the log was completed. */
  private List<String> complete(Gates gates, int rise, Conclusion... conclusions)
      throws IOException {
    OptionalDouble spawnRate = OptionalDouble.of(rise == 0 ? 1e9 : 10.0 / rise);
    Stage stage = new Stage(10, Duration.ofSeconds(10), spawnRate);
    LoadProfile profile =
        new LoadProfile(
            "test", LoadModel.CLOSED, List.of(stage), Map.of("shop", 1), Map.of(), false, "here:1");
    DerivedMetrics derived = new DerivedMetrics(StageWindow.of(profile), gates);
    ResourceMetrics nothing = new ResourceMetrics(null, List.of());
    new LogCompleter(
            gates,
            derived,
            nothing,
            List.of(conclusions),
            new LostRecords(),
            RunLogRecords.NONE,
            false)
        .complete(log)
        .end();
    return derived.failures();
  }

  private static Gates gates(GateLimits... settings) {
    MeasuredUserType shop =
        new MeasuredUserType(
            "shop",
            "Shop",
            Stream.of(SOLD)
                .map(metric -> new MeasuredMetric(metric.name(), metric.title(), metric.unit()))
                .toList());
    return Gates.of(
        List.of(settings),
        RegressionLimits.none(""),
        List.of("shop"),
        List.of(shop),
        List.of("shop"),
        false);
  }

  private static GateLimits gate(Optional<String> userType, Measure measure, double fail) {
    return new GateLimits(
        userType,
        Optional.empty(),
        measure,
        Optional.of(Limit.exclusive(measure.direction(), fail)),
        Optional.empty(),
        1,
        "here:2");
  }
}
