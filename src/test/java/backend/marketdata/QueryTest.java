package backend.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = {"/feeders/market-queries.csv", "/feeders/complex-market-queries.csv"},
      numLinesToSkip = 1)
  void shouldReadEveryQueryOfTheFeeders(String query) {
    assertThat(Query.parse(query).symbols()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EVALUATE NVDA: RSI, SMA 50 | NVDA | RSI;SMA 50",
        "COMPARE AAPL vs BTC vs ETH ON: PRICE, BETA | AAPL;BTC;ETH | PRICE;BETA",
        "COMPARE AAPL, TSLA BY PE, EPS | AAPL;TSLA | PE;EPS",
        "CORRELATE AAPL WITH TSLA WINDOW 30d | AAPL | WITH TSLA WINDOW 30d",
        "ANALYZE ETH FOR SENTIMENT | ETH | SENTIMENT",
      })
  void shouldReadSymbolsAndMetrics(String query, String symbols, String metrics) {
    assertThat(Query.parse(query).symbols()).containsExactly(symbols.split(";"));
    assertThat(Query.parse(query).metrics()).containsExactly(metrics.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "BUY AAPL",
        "get PRICE FOR AAPL",
        "GET PRICE FOR AAPL; DROP",
        "EVALUATE AAPL: FOO",
        "EVALUATE AAPL: SMA 0",
        "EVALUATE AAPL: VOLATILITY(14)",
        "COMPARE AAPL ON: PE",
        "CORRELATE AAPL WITH TSLA WINDOW 30",
      })
  void shouldRefuseAnythingElse(String query) {
    assertThatThrownBy(() -> Query.parse(query))
        .isInstanceOf(MarketDataException.class)
        .hasMessage("parse error: '" + query + "' is no query");
  }
}
