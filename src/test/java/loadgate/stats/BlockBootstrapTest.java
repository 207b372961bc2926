package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import loadgate.model.Samples;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockBootstrapTest {

  private static final List<ToDoubleFunction<Samples>> FIGURES =
      List.of(
          samples -> samples.percentile(50),
          samples -> samples.percentile(95),
          Samples::mean,
          Samples::koPercent);

  @TempDir private Path folder;

  /**
   * Of the 120 pairs of runs of the same kind, those with any difference at 5 %: in their tables of
   * four figures, and by a test that takes each request for independent of the others.
   */
  @Test
  void shouldCallUnchangedRunsDifferentNoMoreOftenThanItSays() throws IOException {
    int pairs = 120;
    int alarms = 0;
    int naiveAlarms = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Judged base = judge(2L * pair);
      Judged changed = judge(2L * pair + 1);
      double[] pValues = new double[FIGURES.size()];
      for (int i = 0; i < pValues.length; i++) {
        pValues[i] =
            Difference.ofVariances(
                    changed.figure(i) - base.figure(i), base.variance(i), 9, changed.variance(i), 9)
                .pValue();
      }
      alarms += Arrays.stream(Holm.adjusted(pValues)).anyMatch(p -> p < 0.05) ? 1 : 0;
      double naiveError = Math.sqrt(base.naiveVariance() + changed.naiveVariance());
      naiveAlarms += Math.abs(changed.figure(2) - base.figure(2)) > 1.96 * naiveError ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(pairs * 5 / 100);
    assertThat(naiveAlarms).isGreaterThan(pairs * 30 / 100);
  }

  private Judged judge(long seed) throws IOException {
    WindowedRun run =
        WindowedRun.read(new SyntheticRun(300, 5, 1, 0.02).write(folder, seed), Duration.ZERO);
    return new Judged(
        run.summaries().get(0), BlockBootstrap.spreads(run, FIGURES, 200).get(0).variances());
  }

  private record Judged(Summary summary, List<Double> variances) {

    double figure(int index) {
      return FIGURES.get(index).applyAsDouble(summary);
    }

    double variance(int index) {
      return variances.get(index);
    }

    double naiveVariance() {
      return Math.pow(summary.standardDeviation(), 2) / summary.count();
    }
  }

  /** Of independent values, the mean has their variance divided by their number. */
  @Test
  void shouldFindTheVarianceOfAMeanOfIndependentValues() throws IOException {
    List<Double> found = new ArrayList<>();
    for (int run = 0; run < 20; run++) {
      Random random = new Random(run);
      RunLog log =
          LogOfRequests.in(folder)
              .write(
                  writer -> {
                    for (int i = 0; i < 1000; i++) {
                      writer.request(
                          GroupPath.NONE,
                          "Get",
                          100 * i,
                          100 * i + 1 + random.nextInt(100),
                          true,
                          "");
                    }
                  });
      found.add(variances(log).get(2));
    }
    // A die with the faces 1 to 100 has the variance (100² - 1) / 12 = 833.25.
    assertThat(found.stream().mapToDouble(x -> x).average().orElseThrow())
        .isCloseTo(0.83325, within(0.15));
  }

  @Test
  void shouldFindNoVarianceWhereNothingVaries() throws IOException {
    RunLog log =
        LogOfRequests.in(folder)
            .write(
                writer -> {
                  for (int i = 0; i < 1000; i++) {
                    writer.request(GroupPath.NONE, "Get", 100 * i, 100 * i + 7, true, "");
                  }
                });

    assertThat(variances(log)).containsExactly(0.0, 0.0, 0.0, 0.0);
  }

  @Test
  void shouldFindTheSameEveryTime() throws IOException {
    RunLog log = new SyntheticRun(60, 5).write(folder, 1);

    assertThat(variances(log)).isEqualTo(variances(log));
  }

  @Test
  void shouldCountTheBlocksThatHaveSamples() throws IOException {
    RunLog log =
        LogOfRequests.in(folder)
            .write(
                writer -> {
                  for (int second = 0; second < 100; second++) {
                    int start = 1000 * second;
                    writer.request(GroupPath.NONE, "Get", start, start + 1000, true, "");
                    if (second < 25) {
                      writer.request(GroupPath.NONE, "Login", start, start + 10, true, "");
                    }
                  }
                });
    WindowedRun run = WindowedRun.read(log, Duration.ZERO);

    assertThat(BlockBootstrap.spreads(run, FIGURES, 10))
        .extracting(BlockBootstrap.Spread::blocks)
        .containsExactly(10, 10, 3);
  }

  private static List<Double> variances(RunLog log) throws IOException {
    return BlockBootstrap.spreads(WindowedRun.read(log, Duration.ZERO), FIGURES, 200)
        .get(0)
        .variances();
  }
}
