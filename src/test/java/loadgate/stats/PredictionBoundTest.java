package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PredictionBoundTest {

  /** Mean 11, deviation 1.5811, t(4) = 3.7469 and 2.1318 as tables have them. */
  private static final double[] FIVE = {10, 12, 9, 11, 13};

  @Test
  void shouldBeThatOfTheTablesOfStudentsDistribution() {
    assertThat(PredictionBound.upper(FIVE, 0.99)).isCloseTo(17.4899, within(1e-4));
    assertThat(PredictionBound.upper(FIVE, 0.95)).isCloseTo(14.6925, within(1e-4));
  }

  @Test
  void shouldBeTheMeanWhenNothingScatters() {
    assertThat(PredictionBound.upper(new double[] {7, 7, 7}, 0.99)).isEqualTo(7);
  }

  @Test
  void shouldRefuseASingleObservation() {
    assertThatThrownBy(() -> PredictionBound.upper(new double[] {7}, 0.99))
        .hasMessage("a scatter needs 2 observations, not 1");
  }
}
