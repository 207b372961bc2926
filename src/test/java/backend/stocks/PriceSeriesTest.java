package backend.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PriceSeriesTest {

  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void shouldMeasureTheReturnFromFirstToLast() {
    assertThat(new PriceSeries(100, 80, 120).totalReturn()).isCloseTo(0.2, EXACT);
  }

  @Test
  void shouldFindTheDeepestFall() {
    assertThat(new PriceSeries(100, 120, 90, 110, 99).maxDrawdown()).isCloseTo(-0.25, EXACT);
    assertThat(new PriceSeries(1, 2, 3).maxDrawdown()).isZero();
  }

  @Test
  void shouldSpreadTheDeviationOfDailyReturnsOverAYear() {
    // Returns +10 % and -10 %: mean 0, sample variance 0.02.
    assertThat(new PriceSeries(100, 110, 99).volatility()).isCloseTo(Math.sqrt(0.02 * 252), EXACT);
  }

  @Test
  void shouldCorrelateFullyWithItselfAndNotAtAllWithStandstill() {
    PriceSeries moving = new PriceSeries(100, 110, 99, 105);
    assertThat(moving.correlation(moving)).isCloseTo(1, EXACT);
    assertThat(moving.correlation(new PriceSeries(5, 5, 5, 5))).isZero();
  }

  @Test
  void shouldMoveTwiceAsMuchAsTheMarketWithABetaOfTwo() {
    PriceSeries market = new PriceSeries(100, 110, 99);
    PriceSeries stock = new PriceSeries(100, 120, 96);
    assertThat(stock.beta(market)).isCloseTo(2, EXACT);
  }

  @Test
  void shouldWeighGainsAgainstLosses() {
    // Returns +10 %, -10 %, +10 %: two days of three won, twice as much gained as lost.
    PriceSeries series = new PriceSeries(100, 110, 99, 108.9);
    assertThat(series.winRate()).isCloseTo(2.0 / 3, EXACT);
    assertThat(series.profitFactor()).isCloseTo(2, EXACT);
    // The mean return of 1/30 a day is 8.4 a year, the deepest fall a tenth.
    assertThat(series.calmarRatio()).isCloseTo(84, EXACT);
    assertThat(series.treynorRatio(series)).isCloseTo(8.36, EXACT);
    assertThat(new PriceSeries(1, 2).profitFactor()).isZero();
  }

  @Test
  void shouldTakeTheNewestPrices() {
    assertThat(new PriceSeries(1, 2, 3).latest(2).closes()).containsExactly(2, 3);
    assertThat(new PriceSeries(1, 2, 3).latest(9).closes()).containsExactly(1, 2, 3);
  }

  @Test
  void shouldHaveNoVolatilityWithASinglePrice() {
    PriceSeries single = new PriceSeries(7);
    assertThat(single.volatility()).isZero();
    assertThat(single.sharpeRatio()).isZero();
    assertThat(single.returnQuantile(0.05)).isZero();
  }
}
