package backend.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceGeneratorTest {

  private static final PriceGenerator.Temper TEMPER = PriceGenerator.Temper.ofStock("AAPL");

  @Test
  void shouldDrawTheSamePricesAgain() {
    assertThat(year("AAPL").closes()).isEqualTo(year("AAPL").closes());
  }

  @Test
  void shouldDrawOtherPricesForAnotherSymbol() {
    assertThat(year("AAPL").closes()).isNotEqualTo(year("MSFT").closes());
  }

  @Test
  void shouldEndAtTheLastPrice() {
    assertThat(year("AAPL").last()).isEqualTo(205);
  }

  @Test
  void shouldDrawAQuarterAsPartOfTheYear() {
    assertThat(new PriceGenerator().closes("AAPL", TEMPER, 205, 63).closes())
        .isEqualTo(year("AAPL").latest(63).closes());
  }

  private static PriceSeries year(String symbol) {
    return new PriceGenerator().closes(symbol, TEMPER, 205, 252);
  }
}
