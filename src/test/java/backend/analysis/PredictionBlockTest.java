package backend.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backend.stocks.PriceSeries;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PredictionBlockTest {

  private static final Offset<Double> CLOSE = within(1e-6);

  @Test
  void shouldProlongSteadyGrowth() {
    PredictionBlock prediction = PredictionBlock.of(new PriceSeries(1, 2, 4, 8));
    assertThat(prediction.pricePrediction1d()).isCloseTo(16, CLOSE);
    assertThat(prediction.pricePrediction7d()).isCloseTo(1024, CLOSE);
    assertThat(prediction.confidenceScore()).isCloseTo(1, CLOSE);
    assertThat(prediction.trendPrediction()).isEqualTo("upward");
  }

  @Test
  void shouldTrustNothingToAStandstill() {
    PredictionBlock prediction = PredictionBlock.of(new PriceSeries(5, 5, 5));
    assertThat(prediction.pricePrediction30d()).isCloseTo(5, CLOSE);
    assertThat(prediction.confidenceScore()).isZero();
    assertThat(prediction.riskScore()).isZero();
  }

  @Test
  void shouldExplainLittleOfAZigzag() {
    assertThat(PredictionBlock.of(new PriceSeries(1, 2, 1, 2, 1)).confidenceScore())
        .isCloseTo(0, CLOSE);
  }
}
