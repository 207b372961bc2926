package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The expected figures are those of SciPy 1.17 where nothing else is said. */
class DifferenceTest {

  @Test
  void shouldWeighTheDegreesOfFreedomOfBothVariances() {
    // 5² / (4² / 9 + 1² / 9) = 13.235 degrees of freedom.
    assertIs(Difference.ofVariances(6, 4, 9, 1, 9), 6, 1.177984, 10.822016, 0.0185444);
  }

  @Test
  void shouldTakeTheDegreesOfTheOnlySideThatVaries() {
    assertThat(Difference.ofVariances(6, 0, 4, 4, 9).pValue())
        .isEqualTo(Difference.ofVariances(6, 4, 9, 0, 4).pValue())
        .isCloseTo(0.0149564, within(1e-7));
  }

  @Test
  void shouldBeCertainWhenNothingVaries() {
    assertThat(Difference.ofVariances(2, 0, 9, 0, 9)).isEqualTo(new Difference(2, 2, 2, 0));
    assertThat(Difference.ofVariances(0, 0, 9, 0, 9)).isEqualTo(new Difference(0, 0, 0, 1));
  }

  @Test
  void shouldCompareMeansOfAFewRuns() {
    assertIs(
        Difference.ofMeans(of(100, 104, 98), of(110, 115, 108, 113), 0),
        10.833333,
        4.771385,
        16.895282,
        0.0058728);
  }

  @Test
  void shouldCompareASingleRunWithAFew() {
    assertIs(
        Difference.ofMeans(of(100, 104, 98, 102), of(120), 0), 19, 9.813069, 28.186931, 0.0071363);
  }

  @Test
  void shouldNotTakeEqualFiguresForExact() {
    // Between two and two runs, the standard error is the root of 1/12, 0.2887 ms, and t is 3.4641.
    assertIs(Difference.ofMeans(of(3, 3), of(4, 4), 1.0 / 12), 1, -0.242069, 2.242069, 0.0741799);
  }

  /** The depression data of Hollander and Wolfe, as R's wilcox.test gives them. */
  @Test
  void shouldEstimateTheShiftAsROfTheSameFigures() {
    double[] changed = of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);
    double[] base = of(1.15, 0.88, 0.90, 0.74, 1.21);

    assertIs(Difference.ofRanks(base, changed), 0.305, -0.15, 0.76, 0.2544123);
  }

  @Test
  void shouldFindAShiftBetweenNineAndNineRuns() {
    double[] base = of(102, 98, 105, 101, 99, 104, 100, 103, 97);
    double[] changed = of(107.1, 103.2, 110.3, 106.4, 104.5, 109.6, 105.7, 108.8, 101.9);

    assertIs(Difference.ofRanks(base, changed), 5.4, 2.2, 8.6, 0.0018511);
  }

  @Test
  void shouldTurnRoundWhenTheSidesAreExchanged() {
    double[] one = of(1, 2, 4, 7, 11, 16, 22, 29, 37);
    double[] other = DoubleStream.of(one).map(x -> 1.5 * x + 3.25).toArray();

    Difference there = Difference.ofRanks(one, other);
    Difference back = Difference.ofRanks(other, one);

    assertIs(back, -there.estimate(), -there.high(), -there.low(), there.pValue());
  }

  @Test
  void shouldFindNoShiftBetweenRunsWithTheSameFigure() {
    double[] same = new double[9];
    Arrays.fill(same, 5);

    assertThat(Difference.ofRanks(same, same)).isEqualTo(new Difference(0, 0, 0, 1));
  }

  private static void assertIs(
      Difference difference, double estimate, double low, double high, double pValue) {
    assertThat(difference.estimate()).isCloseTo(estimate, within(1e-6));
    assertThat(difference.low()).isCloseTo(low, within(1e-6));
    assertThat(difference.high()).isCloseTo(high, within(1e-6));
    assertThat(difference.pValue()).isCloseTo(pValue, within(1e-7));
  }

  private static double[] of(double... figures) {
    return figures;
  }
}
