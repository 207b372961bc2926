package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Indexes, means and p-values are those of a Python script written from the two papers; its
 * p-values are {@code scipy.stats.ttest_ind}'s (SciPy 1.17.1).
 */
class ChangePointsTest {

  @Test
  void shouldFindAStepOfFivePercent() {
    assertThat(ChangePoints.of(wobbling(level(12, 100), level(12, 105))))
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.index()).isEqualTo(12);
              assertThat(point.before()).isCloseTo(99.791667, within(1e-6));
              assertThat(point.after()).isCloseTo(104.958333, within(1e-6));
              assertThat(point.pValue()).isCloseTo(1.3599454466935e-07, within(1e-17));
              assertThat(point.relativeChange()).isCloseTo(0.051775, within(1e-6));
            });
  }

  @Test
  void shouldFindAStepDown() {
    assertThat(indexes(wobbling(level(12, 105), level(12, 100)))).containsExactly(12);
  }

  @Test
  void shouldFindALevelThatWasLeftAgain() {
    assertThat(indexes(wobbling(level(20, 100), level(8, 110), level(20, 100))))
        .containsExactly(20, 28);
  }

  @Test
  void shouldFindStepsInASeriesOfSeveralWindows() {
    List<ChangePoint> points =
        ChangePoints.of(wobbling(level(30, 100), level(45, 106), level(45, 103)));
    assertThat(points).extracting(ChangePoint::index).containsExactly(30, 75);
    assertThat(points.get(1).before()).isCloseTo(106.055556, within(1e-6));
    assertThat(points.get(1).after()).isCloseTo(102.977778, within(1e-6));
    assertThat(points.get(1).pValue()).isCloseTo(2.70336698920e-14, within(1e-24));
  }

  @Test
  void shouldFindSlowCreep() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      double[] values =
          IntStream.range(0, 60)
              .mapToDouble(
                  i -> 200 * (1 + 0.015 * Math.max(0, i - 30)) * (1 + 0.02 * random.nextGaussian()))
              .toArray();
      List<ChangePoint> points = ChangePoints.of(values);
      assertThat(points).as("seed %d", seed).hasSizeBetween(1, 4);
      assertThat(points).allMatch(point -> point.index() > 25 && point.after() > point.before());
    }
  }

  /** The rate over many more series is in docs/history.md. */
  @Test
  void shouldHardlyEverMarkNoise() {
    long marked = 0;
    for (long seed = 1; seed <= 1000; seed++) {
      Random random = new Random(seed);
      double[] noise =
          DoubleStream.generate(() -> 200 * (1 + 0.1 * random.nextGaussian())).limit(60).toArray();
      marked += ChangePoints.of(noise).isEmpty() ? 0 : 1;
    }
    assertThat(marked).isZero();
  }

  @Test
  void shouldNotTakeAnOutlierForALevel() {
    assertThat(indexes(wobbling(level(20, 100), level(1, 150), level(20, 100)))).isEmpty();
    assertThat(indexes(wobbling(level(20, 100), level(1, 150)))).isEmpty();
  }

  @Test
  void shouldFindALevelOfThreeValues() {
    assertThat(indexes(wobbling(level(20, 100), level(3, 150)))).containsExactly(20);
  }

  @Test
  void shouldNeedSixValues() {
    assertThat(indexes(100, 101, 99, 140, 141, 139)).containsExactly(3);
    assertThat(indexes(100, 101, 99, 140, 141)).isEmpty();
    assertThat(indexes()).isEmpty();
  }

  @Test
  void shouldIgnoreADifferenceOfLessThanOnePercentHoweverSignificant() {
    assertThat(indexes(tenth(wobbling(level(30, 1000), level(30, 1011))))).containsExactly(30);
    assertThat(indexes(tenth(wobbling(level(30, 1000), level(30, 1009))))).isEmpty();
  }

  @Test
  void shouldNotDivideByAVarianceOfZero() {
    assertThat(ChangePoints.of(join(level(6, 0), level(6, 1))))
        .containsExactly(new ChangePoint(6, 0, 1, 0));
    assertThat(indexes(level(100, 7))).isEmpty();
  }

  @Test
  void shouldTakeALevelBelowZeroForWhatItIs() {
    assertThat(ChangePoints.of(wobbling(level(12, -4), level(12, 1))))
        .singleElement()
        .satisfies(point -> assertThat(point.relativeChange()).isCloseTo(1.227723, within(1e-6)));
  }

  private static List<Integer> indexes(double... values) {
    return ChangePoints.of(values).stream().map(ChangePoint::index).toList();
  }

  private static double[] level(int count, double value) {
    return DoubleStream.generate(() -> value).limit(count).toArray();
  }

  private static double[] join(double[]... levels) {
    return Arrays.stream(levels).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Adds what goes from −2.5 to 2.5 in no obvious order, with a standard deviation of 1.6. */
  private static double[] wobbling(double[]... levels) {
    double[] values = join(levels);
    Arrays.setAll(values, i -> values[i] + (i * 37 % 11 - 5) * 0.5);
    return values;
  }

  private static double[] tenth(double[] values) {
    return Arrays.stream(values).map(value -> value / 10).toArray();
  }
}
