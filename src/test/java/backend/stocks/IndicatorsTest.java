package backend.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IndicatorsTest {

  @Test
  void shouldPutTheRsiBetweenGainsAndLosses() {
    // Gains 3, losses 1.
    assertThat(new Indicators(new PriceSeries(10, 13, 12)).rsi()).isEqualTo(75);
    assertThat(new Indicators(new PriceSeries(10, 11, 12)).rsi()).isEqualTo(100);
    assertThat(new Indicators(new PriceSeries(10, 10)).rsi()).isEqualTo(50);
  }

  @Test
  void shouldHaveNoMacdAtStandstill() {
    assertThat(new Indicators(new PriceSeries(10, 10, 10)).macd())
        .isEqualTo(new Indicators.Macd(0, 0, 0));
  }

  @Test
  void shouldSubtractTheSlowFromTheFastAverage() {
    // After one step from 0 to 1 the averages are 2/13 and 2/27.
    assertThat(new Indicators(new PriceSeries(0, 1)).macd().macd())
        .isCloseTo(2.0 / 13 - 2.0 / 27, within(1e-12));
  }

  @Test
  void shouldWeighTheNewestCloseMostInTheExponentialAverage() {
    // 3 days: half the newest, half the average before it, which is 10 + (14 - 10) / 2 = 12.
    assertThat(new Indicators(new PriceSeries(10, 14, 20)).exponentialAverage(3)).isEqualTo(16);
  }

  @Test
  void shouldPutBandsTwoDeviationsAroundTheAverage() {
    // Mean 10, deviation 2.
    assertThat(new Indicators(new PriceSeries(8, 12)).bollingerBands())
        .isEqualTo(new Indicators.Bands(14, 10, 6));
  }
}
