package backend.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PredictionTest {

  @Test
  void shouldProlongSteadyGrowth() {
    Prediction prediction = Prediction.of(1, 2, 4, 8);
    assertThat(prediction.inOneDay()).isCloseTo(16, within(1e-6));
    assertThat(prediction.confidenceScore()).isCloseTo(1, within(1e-6));
    assertThat(prediction.riskScore()).isCloseTo(0, within(1e-3));
  }

  @Test
  void shouldTrustNothingToAStandstill() {
    assertThat(Prediction.of(5, 5, 5).in30Days()).isCloseTo(5, within(1e-6));
    assertThat(Prediction.of(5, 5, 5).confidenceScore()).isZero();
  }

  @Test
  void shouldExplainLittleOfAZigzag() {
    assertThat(Prediction.of(1, 2, 1, 2, 1).confidenceScore()).isCloseTo(0, within(1e-6));
  }
}
