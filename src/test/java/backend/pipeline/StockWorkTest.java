package backend.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backend.stocks.Quote;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockWorkTest {

  @ParameterizedTest
  @CsvSource({
    // in the middle of its year, and fairly priced
    "30, 20, 40, 15, 0.5",
    // at its height, but dear
    "40, 20, 40, 45, 0.625",
    // at its lowest, but cheap
    "20, 20, 40, 5, 0.375",
    // never moved
    "20, 20, 20, 15, 0.5",
  })
  void shouldScoreAStockByItsPlaceInTheYearAndItsPrice(
      double price, double low, double high, double peRatio, double score) {
    Instant close = Instant.parse("2025-06-30T20:00:00Z");
    Quote quote =
        new Quote(
            "AAAA", price, 0, 0, 1, close, price, price, price, price, price, price, 1, 1, 1, 1,
            peRatio, high, low, "test", close, false);

    assertThat(StockWork.score(quote)).isCloseTo(score, within(1e-9));
  }
}
