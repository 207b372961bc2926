package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheilSenTest {

  @Test
  void shouldBeTheSlopeOfALine() {
    assertThat(TheilSen.slope(of(1, 2, 4, 7), of(3, 5, 9, 15))).isEqualTo(2);
  }

  @Test
  void shouldBeNegativeWhereALineFalls() {
    assertThat(TheilSen.slope(of(0, 1, 2), of(10, 7, 4))).isEqualTo(-3);
  }

  @Test
  void shouldBeTheMedianOfTheSlopesThroughAllPairs() {
    // 1, 0 and -1.
    assertThat(TheilSen.slope(of(0, 1, 2), of(0, 1, 0))).isZero();
    // 1, 2, 3, 3, 4 and 5.
    assertThat(TheilSen.slope(of(0, 1, 2, 3), of(0, 1, 4, 9))).isEqualTo(3);
  }

  @Test
  void shouldNotBeMovedByOneWildPoint() {
    assertThat(TheilSen.slope(of(0, 1, 2, 3, 4, 5, 6), of(0, 2, 4, 1e9, 8, 10, 12))).isEqualTo(2);
  }

  @Test
  void shouldBeZeroForLessThanTwoPoints() {
    assertThat(TheilSen.slope(of(), of())).isZero();
    assertThat(TheilSen.slope(of(5), of(9))).isZero();
  }

  @Test
  void shouldIgnorePairsOfTheSameX() {
    assertThat(TheilSen.slope(of(0, 1, 1, 2), of(0, 3, 3, 6))).isEqualTo(3);
  }

  @Test
  void shouldBeZeroWhenAllHaveTheSameX() {
    assertThat(TheilSen.slope(of(1, 1, 1), of(0, 5, 9))).isZero();
  }

  /** As many as are taken one by one, one more, and so many that the last block is not full. */
  @ParameterizedTest
  @ValueSource(ints = {TheilSen.MOST_POINTS, TheilSen.MOST_POINTS + 1, 3600, 12_345})
  void shouldBeTheSameOnALineHoweverManyPointsThereAre(int points) {
    double[] x = IntStream.range(0, points).asDoubleStream().toArray();
    double[] y = IntStream.range(0, points).mapToDouble(i -> 4 + 0.5 * i).toArray();

    assertThat(TheilSen.slope(x, y)).isEqualTo(0.5);
  }

  @Test
  void shouldNotBeMovedByOneWildPointAmongMany() {
    double[] x = IntStream.range(0, 3600).asDoubleStream().toArray();
    double[] y = IntStream.range(0, 3600).mapToDouble(i -> i == 1800 ? 1e9 : 0.5 * i).toArray();

    assertThat(TheilSen.slope(x, y)).isEqualTo(0.5);
  }

  private static double[] of(double... values) {
    return values;
  }
}
