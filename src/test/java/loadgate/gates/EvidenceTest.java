package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

  private static final Measure P95 = Measure.of("p95");
  private static final Measure EACH_P95 = Measure.ofEach("p95").orElseThrow();
  private static final Measure EACH_FAILURE = Measure.ofEach("failure-rate").orElseThrow();

  @TempDir private Path folder;

  /** All samples but the largest take 1 ms. */
  @ParameterizedTest
  @CsvSource({
    // 18 of 20 samples: within 90 % of 200 ms.
    "18, 12, PASS, 18",
    "18, 179, PASS, 18",
    "18, 180, INCONCLUSIVE, 18",
    "18, 200, FAIL, 18",
    // 10 of 20: within half of them.
    "10, 99, PASS, 10",
    "10, 100, INCONCLUSIVE, 10",
    // Fewer than half are too few, however fast.
    "9, 1, INCONCLUSIVE, 9",
    // The largest of 20 is not their p95.
    "20, 500, PASS, 20"
  })
  void shouldJudgeFewSamplesOfAPercentileByTheLargestOfThem(
      int samples, int largest, Verdict expected, long counted) throws IOException {
    GateResult result = result(P95, 200, 20, Map.of("Buy", times(samples, largest)));

    assertThat(result.verdict()).isEqualTo(expected);
    assertThat(result.samples()).isEqualTo(counted);
  }

  /** The interval of the p95 of 1 to 400 ms ends at 389 ms. */
  @ParameterizedTest
  @CsvSource({"390, PASS", "389, INCONCLUSIVE", "380, FAIL"})
  void shouldJudgeAPercentileWithAnUpperBoundByIt(int limit, Verdict expected) throws IOException {
    int[] times = IntStream.rangeClosed(1, 400).toArray();

    assertThat(result(P95, limit, 500, Map.of("Buy", times)).verdict()).isEqualTo(expected);
  }

  @Test
  void shouldNotTakeTheMaximumOfFewSamplesForAPercentileOfOneOfManyRequests() throws IOException {
    Map<String, int[]> often = Map.of("Often", times(50, 10), "Rare", times(4, 132));
    assertThat(result(EACH_P95, 100, 20, often).verdict()).isEqualTo(Verdict.PASS);
    // Two of four: with a p95 of 100 ms that is so in 1.4 % of all cases.
    Map<String, int[]> slow = Map.of("Often", times(50, 10), "Rare", new int[] {1, 1, 130, 132});
    GateResult result = result(EACH_P95, 100, 20, slow);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.actual()).hasValue(130);
    assertThat(result.actualText()).isEqualTo("130 ms (at least)");
    assertThat(result.remark()).hasValue("worst: Rare, of 4");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, FAIL",
    "4, 4, FAIL",
    "5, 5, FAIL",
    "9, 9, FAIL",
    "2, 5, FAIL",
    "4, 20, FAIL",
    "5, 100, FAIL",
    "1, 1, PASS",
    "1, 3, PASS",
    "1, 5, PASS",
    "1, 20, PASS",
    "3, 20, PASS",
    "4, 100, PASS"
  })
  void shouldTellARequestThatFailsFromOneThatFailedByChance(int failed, int of, Verdict expected)
      throws IOException {
    int[] rare = IntStream.range(0, of).map(i -> i < failed ? -1 : 1).toArray();
    Map<String, int[]> requests = Map.of("Often", times(87, 1), "Checkout", rare);

    assertThat(result(EACH_FAILURE, 5, 100, requests).verdict()).isEqualTo(expected);
  }

  @Test
  void shouldSayHowManyOfARareRequestFailed() throws IOException {
    GateResult result = result(EACH_FAILURE, 5, 100, Map.of("Checkout", new int[] {-1, -1, -1}));

    assertThat(result.actual().orElseThrow()).isCloseTo(29.24, within(0.01));
    assertThat(result.remark()).hasValue("worst: Checkout, 3 of 3 failed");
  }

  @Test
  void shouldHaveNothingToSayWithoutAnyRequest() throws IOException {
    assertThat(result(EACH_FAILURE, 5, 100, Map.of()).verdict()).isEqualTo(Verdict.FAIL);
  }

  /** The number that the docs give: 40 names with 3 to 30 samples, of which 0.5 % fail. */
  @Test
  void shouldHardlyEverCallAHealthyRunRedForItsRareRequests() {
    double alarms = 0;
    for (int name = 0; name < 40; name++) {
      int samples = 3 + name * 28 / 40;
      BinomialDistribution healthy = BinomialDistribution.of(samples, 0.005);
      BinomialDistribution atTheLimit = BinomialDistribution.of(samples, 0.05);
      int failed = 0;
      while (atTheLimit.survivalProbability(failed - 1) > 0.025) {
        failed++;
      }
      alarms += healthy.survivalProbability(failed - 1);
    }
    assertThat(100 * alarms).isCloseTo(0.099, within(0.0005));
  }

  private static int[] times(int samples, int largest) {
    int[] times = new int[samples];
    Arrays.fill(times, 1);
    times[0] = largest;
    return times;
  }

  /**
   * @param requests response times by name; -1 for one that failed
   */
  private GateResult result(
      Measure measure, double limit, int minSamples, Map<String, int[]> requests)
      throws IOException {
    Path log = folder.resolve(RunLog.FILE_NAME);
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of(), List.of()));
      for (Map.Entry<String, int[]> request : new TreeMap<>(requests).entrySet()) {
        for (int time : request.getValue()) {
          writer.request(GroupPath.NONE, request.getKey(), 0, Math.max(1, time), time >= 0, "");
        }
      }
    }
    GateLimits limits =
        new GateLimits(
            Optional.empty(),
            Optional.empty(),
            measure,
            Optional.of(Limit.exclusive(Direction.BELOW, limit)),
            Optional.empty(),
            minSamples,
            "");
    return GateResult.of(new Gate(limits, List.of()), RunStatistics.of(log));
  }
}
