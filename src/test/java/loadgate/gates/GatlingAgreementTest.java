package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.shared.model.assertion.AssertionResult;
import io.gatling.shared.model.assertion.AssertionValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.immutable.List$;
import scala.jdk.javaapi.CollectionConverters;

/** A gate's verdict is that of Gatling's own reader and validator on the same log. */
class GatlingAgreementTest {

  private static final Path FIXTURE =
      Path.of("src/test/resources/runlogs/gatling-3.15.1/simulation.log");
  private static final GroupPath USER_TYPE = GroupPath.of("Shop");
  private static final GroupPath METRIC = GroupPath.of("Shop", "Cache hit");

  private static final GroupPath VALUE = GroupPath.of("Shop", "Price");

  @TempDir private Path results;

  @Test
  void shouldJudgeTheAssertionsOfALogAsGatlingDoes() throws IOException {
    Path log = Files.createDirectories(results.resolve("run")).resolve(RunLog.FILE_NAME);
    Files.copy(FIXTURE, log);
    LogFileData gatling = gatling(log);
    List<AssertionOutcome> theirs =
        CollectionConverters.asJava(
                new AssertionValidator(gatling).validateAssertions(gatling.assertions()))
            .stream()
            .map(
                result ->
                    new AssertionOutcome(
                        io.gatling.shared.model.assertion.AssertionMessage.message(
                            result.assertion()),
                        result.success(),
                        OptionalDouble.empty()))
            .toList();

    List<AssertionOutcome> ours =
        AssertionOutcome.of(RunStatistics.of(log)).stream()
            .map(
                outcome ->
                    new AssertionOutcome(
                        outcome.message(), outcome.holds(), OptionalDouble.empty()))
            .toList();

    assertThat(ours).hasSize(10).containsExactlyInAnyOrderElementsOf(theirs);
  }

  @Test
  void shouldAgreeOnAnyLog() throws IOException {
    int judged = 0;
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Path log = Files.createDirectories(results.resolve("run" + seed)).resolve("simulation.log");
      write(log, random);
      RunStatistics statistics = RunStatistics.of(log);
      LogFileData gatling = gatling(log);
      for (Gate gate : gates(statistics, random)) {
        boolean ours = GateResult.of(gate, statistics).verdict() != Verdict.FAIL;
        List<AssertionResult> theirs = validate(gate, gatling);
        boolean theirsHold = theirs.stream().allMatch(AssertionResult::success);
        if (isPercentile(gate.measure()) && ours != theirsHold) {
          assertThatOnlyTheEstimateDiffers(gate, statistics, theirs.get(0));
        } else {
          assertThat(ours).as("seed %d, %s", seed, gate).isEqualTo(theirsHold);
        }
        judged++;
      }
    }
    assertThat(judged).isGreaterThan(600);
  }

  /** Gatling's percentile is a value next to the exact one, and the limit lies between the two. */
  private static void assertThatOnlyTheEstimateDiffers(
      Gate gate, RunStatistics statistics, AssertionResult result) {
    long estimate = (long) ((AssertionResult.Resolved) result).actualValue();
    var distribution =
        gate.path().isEmpty()
            ? statistics.global().all().distribution()
            : statistics.find(gate.path()).orElseThrow().summary().all().distribution();
    double rank = rank(gate.measure()) / 100 * distribution.count();
    double slack = 1 + distribution.count() / 100.0;
    assertThat((double) distribution.countBelow(estimate - 1)).isLessThanOrEqualTo(rank + slack);
    assertThat((double) distribution.countBelow(estimate + 2)).isGreaterThanOrEqualTo(rank - slack);
  }

  private static boolean isPercentile(Measure measure) {
    return measure.name().matches(".*p\\d+");
  }

  private static double rank(Measure measure) {
    return Double.parseDouble(measure.name().substring(measure.name().lastIndexOf('p') + 1));
  }

  private static List<AssertionResult> validate(Gate gate, LogFileData gatling) {
    return CollectionConverters.asJava(
        new AssertionValidator(gatling)
            .validateAssertions(
                List$.MODULE$.from(
                    CollectionConverters.asScala(
                        gate.assertions().stream().map(each -> each.asScala()).toList()))));
  }

  /** Limits on both sides of what was measured, exactly on it, and on what was not measured. */
  private static List<Gate> gates(RunStatistics statistics, Random random) {
    List<List<String>> paths =
        List.of(List.of(), USER_TYPE.names(), List.of("Shop", "Buy"), List.of("Nobody"));
    Stream<Gate> times =
        paths.stream()
            .flatMap(
                path ->
                    Stream.of("p50", "p95", "mean", "max", "failure-rate", "throughput")
                        .map(measure -> gate(path, Measure.of(measure), statistics, random)));
    Stream<Gate> metrics =
        Stream.of("hit-rate", "misses")
            .map(measure -> gate(METRIC.names(), Measure.of(measure), statistics, random));
    Stream<Gate> values =
        Stream.of("p95", "mean", "max", "min")
            .map(statistic -> Measure.ofValues("price", statistic, Unit.COUNT))
            .map(measure -> gate(VALUE.names(), measure, statistics, random));
    return Stream.of(times, metrics, values).flatMap(each -> each).toList();
  }

  private static Gate gate(
      List<String> path, Measure measure, RunStatistics statistics, Random random) {
    Gate unlimited = new Gate(settings(measure, 1, 1), path);
    double actual = GateResult.of(unlimited, statistics).actual().orElse(50);
    double limit = Math.max(1, actual + (random.nextInt(5) - 2) * actual / 10);
    boolean whole = measure.unit() != Unit.PERCENT;
    int minSamples = measure.minSamples().orElse(1);
    return new Gate(
        settings(measure, whole ? Math.ceil(limit) : Math.min(100, limit), minSamples), path);
  }

  private static GateLimits settings(Measure measure, double fail, int minSamples) {
    return new GateLimits(
        Optional.of("shop"),
        Optional.empty(),
        measure,
        OptionalDouble.of(fail),
        OptionalDouble.empty(),
        minSamples,
        "here");
  }

  private static void write(Path log, Random random) throws IOException {
    RunHeader header =
        new RunHeader("3.15.1", "Random", Instant.EPOCH, "", List.of("Shop"), List.of());
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(header);
      writer.user(0, true, 0);
      int failing = random.nextInt(10);
      for (int left = 1 + random.nextInt(400); left > 0; left--) {
        int start = random.nextInt(20_000);
        int end = start + random.nextInt(300);
        boolean ok = random.nextInt(10) >= failing;
        writer.request(USER_TYPE, "Buy", start, end, ok, ok ? "" : "broken");
        writer.group(USER_TYPE, start, end, end - start, ok);
        writer.group(METRIC, end, end, 0, random.nextBoolean());
        writer.group(VALUE, end, end, 50 + random.nextInt(100), true);
      }
      writer.user(0, false, 21_000);
    }
  }

  private static LogFileData gatling(Path log) {
    Path run = log.getParent();
    return LogFileReader.apply(
            run.getFileName().toString(), run.getParent(), GatlingConfiguration.load())
        .read();
  }
}
