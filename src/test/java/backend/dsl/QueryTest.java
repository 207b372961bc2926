package backend.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  private static Metric plain(MetricName name) {
    return new Metric.Plain(name);
  }

  @Test
  void shouldReadWhatIsGot() throws ParseException {
    assertThat(Query.parse("GET PRICE FOR AAPL"))
        .isEqualTo(new Query.Get(Query.Get.Content.PRICE, "AAPL"));
    assertThat(Query.parse("GET OHLCV FOR BRK.B"))
        .isEqualTo(new Query.Get(Query.Get.Content.OHLCV, "BRK.B"));
  }

  @Test
  void shouldReadWhatIsEvaluated() throws ParseException {
    assertThat(Query.parse("EVALUATE NVDA: RSI, MACD"))
        .isEqualTo(
            new Query.Evaluate("NVDA", List.of(plain(MetricName.RSI), plain(MetricName.MACD))));
    assertThat(Query.parse("EVALUATE GOOGL: SMA 50, EMA 20"))
        .isEqualTo(
            new Query.Evaluate(
                "GOOGL", List.of(new Metric.Average(false, 50), new Metric.Average(true, 20))));
  }

  @Test
  void shouldReadTimeFramesInBrackets() throws ParseException {
    assertThat(Query.parse("EVALUATE BTC: VOLATILITY(14d), VOLUME, VOLUME(2w)"))
        .isEqualTo(
            new Query.Evaluate(
                "BTC",
                List.of(
                    new Metric.Framed(
                        MetricName.VOLATILITY, new TimeFrame(14, TimeFrame.Unit.DAYS)),
                    plain(MetricName.VOLUME),
                    new Metric.Framed(MetricName.VOLUME, new TimeFrame(2, TimeFrame.Unit.WEEKS)))));
  }

  @Test
  void shouldReadTechnicalIndicatorsInBrackets() throws ParseException {
    assertThat(Query.parse("EVALUATE ETH: TECHNICAL(RSI, STOCH), ATR"))
        .isEqualTo(
            new Query.Evaluate(
                "ETH",
                List.of(
                    new Metric.Technical(List.of(MetricName.RSI, MetricName.STOCH)),
                    plain(MetricName.ATR))));
  }

  @Test
  void shouldReadBothWaysToCompare() throws ParseException {
    assertThat(Query.parse("COMPARE AAPL vs MSFT VS GOOGL ON: PRICE"))
        .isEqualTo(
            new Query.Compare(List.of("AAPL", "MSFT", "GOOGL"), List.of(plain(MetricName.PRICE))));
    assertThat(Query.parse("COMPARE AAPL, TSLA BY PE, EPS"))
        .isEqualTo(
            new Query.Compare(
                List.of("AAPL", "TSLA"), List.of(plain(MetricName.PE), plain(MetricName.EPS))));
  }

  @Test
  void shouldReadTheWindowOfACorrelation() throws ParseException {
    assertThat(Query.parse("CORRELATE AAPL WITH TSLA, MSFT WINDOW 30d"))
        .isEqualTo(
            new Query.Correlate(
                "AAPL", List.of("TSLA", "MSFT"), new TimeFrame(30, TimeFrame.Unit.DAYS)));
    assertThat(Query.parse("CORRELATE AAPL WITH TSLA"))
        .isEqualTo(
            new Query.Correlate("AAPL", List.of("TSLA"), new TimeFrame(90, TimeFrame.Unit.DAYS)));
  }

  @Test
  void shouldReadWhatIsAnalyzed() throws ParseException {
    assertThat(Query.parse("ANALYZE AMZN FOR SENTIMENT"))
        .isEqualTo(new Query.Analyze("AMZN", Query.Analyze.Aspect.SENTIMENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET PRICE FOR BTC",
        "GET NEWS FOR TSLA",
        "GET FUNDAMENTALS FOR TSLA",
        "COMPARE AAPL vs MSFT ON: PE, MARKETCAP",
        "COMPARE AAPL, TSLA, MSFT BY PE, EPS",
        "EVALUATE ETH: RSI",
        "EVALUATE GOOGL: SMA 50",
        "COMPARE AAPL vs MSFT vs GOOGL ON: PRICE, VOLUME",
        "COMPARE AAPL vs BTC vs ETH ON: PRICE, BETA",
        "CORRELATE AAPL WITH TSLA WINDOW 30d",
        "EVALUATE BTC: VOLATILITY(14d)",
        "EVALUATE BTC: PRICE_CHANGE(1y), AVG_VOLUME(3m), MOMENTUM(10d), MOMENTUM, VOLUME(6h)",
        "EVALUATE AAPL: LIQUIDITY, SENTIMENT, CHANGE, ROE, DEBT, REVENUE, GROWTH, STOCH, ATR",
        "ANALYZE AAPL FOR TECHNICALS",
        "ANALYZE AAPL FOR FUNDAMENTALS",
        "ANALYZE AAPL FOR CORRELATIONS",
        "ANALYZE AAPL FOR RISK",
        "  EVALUATE   ETH :RSI ,MACD ",
      })
  void shouldAccept(String query) throws ParseException {
    assertThat(Query.parse(query)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                |  1 | expected a word, found the end of the query
          FIND PRICE OF AAPL                |  1 | expected GET, EVALUATE, COMPARE, CORRELATE or ANALYZE, found 'FIND'
          get PRICE FOR AAPL                |  1 | expected GET, EVALUATE, COMPARE, CORRELATE or ANALYZE, found 'get'
          GET PRICE AAPL                    | 11 | expected FOR, found 'AAPL'
          GET CHART FOR AAPL                |  5 | expected PRICE, OHLCV, NEWS, FUNDAMENTALS, found 'CHART'
          GET PRICE FOR aapl                | 15 | expected a symbol such as AAPL, found 'aapl'
          GET PRICE FOR 700                 | 15 | expected a symbol such as AAPL, found '700'
          GET PRICE FOR AAPL, MSFT          | 19 | expected the end of the query, found ','
          GET PRICE FOR AAPL; DROP          | 19 | unexpected character ';'
          GET PRICE FOR                     | 14 | expected a symbol such as AAPL, found the end of the query
          EVALUATE AAPL RSI                 | 15 | expected ':', found 'RSI'
          EVALUATE AAPL:                    | 15 | expected a word, found the end of the query
          EVALUATE AAPL: FOO                | 16 | expected a metric such as RSI, found 'FOO'
          EVALUATE AAPL: rsi                | 16 | expected a metric such as RSI, found 'rsi'
          EVALUATE AAPL: RSI,               | 20 | expected a word, found the end of the query
          EVALUATE AAPL: RSI(14d)           | 19 | expected the end of the query, found '('
          EVALUATE AAPL: SMA                | 19 | expected a number, found the end of the query
          EVALUATE AAPL: SMA 0              | 20 | expected a number from 1 to 1000, found '0'
          EVALUATE AAPL: SMA 99999999999    | 20 | expected a number from 1 to 1000, found '99999999999'
          EVALUATE AAPL: VOLATILITY         | 26 | expected '(', found the end of the query
          EVALUATE AAPL: VOLATILITY(14)     | 27 | expected a time frame such as 30d, found '14'
          EVALUATE AAPL: VOLATILITY(14x)    | 27 | expected a time frame in d, h, w, m or y, found '14x'
          EVALUATE AAPL: VOLATILITY(0d)     | 27 | expected a number from 1 to 9999, found '0'
          EVALUATE AAPL: VOLATILITY(14d     | 30 | expected ')', found the end of the query
          EVALUATE AAPL: TECHNICAL(PE)      | 26 | expected one of RSI, MACD, MOMENTUM, STOCH, ATR, found 'PE'
          COMPARE AAPL ON: PE               | 14 | expected vs or ',', found 'ON'
          COMPARE AAPL vs MSFT BY PE        | 22 | expected ON, found 'BY'
          COMPARE AAPL, MSFT ON: PE         | 20 | expected BY, found 'ON'
          COMPARE AAPL vs MSFT ON PE        | 25 | expected ':', found 'PE'
          CORRELATE AAPL TSLA               | 16 | expected WITH, found 'TSLA'
          CORRELATE AAPL WITH TSLA WINDOW   | 32 | expected a time frame such as 30d, found the end of the query
          ANALYZE AAPL FOR LUCK             | 18 | expected TECHNICALS, FUNDAMENTALS, SENTIMENT, CORRELATIONS, RISK, found 'LUCK'
          COMPARE A, B, C, D, E, F, G, H, I, J, K BY PE | 39 | more than 10 symbols
          """)
  void shouldRefuseAndNameThePlace(String query, int position, String problem) {
    ParseException error = catchThrowableOfType(ParseException.class, () -> Query.parse(query));

    assertThat(error).as(query).isNotNull();
    assertThat(error.getMessage())
        .isEqualTo("parse error at position " + position + ": " + problem);
    assertThat(error.position()).isEqualTo(position);
  }

  @Test
  void shouldWriteMetricsAsTheyAreRead() throws ParseException {
    String metrics = "SMA 50, EMA 9, VOLATILITY(14d), TECHNICAL(RSI, MACD), PE";
    Query.Evaluate query = (Query.Evaluate) Query.parse("EVALUATE AAPL: " + metrics);

    assertThat(query.metrics())
        .extracting(Metric::toString)
        .containsExactly("SMA 50", "EMA 9", "VOLATILITY(14d)", "TECHNICAL(RSI, MACD)", "PE");
  }

  @ParameterizedTest
  @CsvSource({"30d, 30", "1h, 1", "24h, 1", "25h, 2", "2w, 10", "3m, 63", "1y, 252"})
  void shouldCountTradingDays(String text, int days) throws ParseException {
    Query.Correlate query = (Query.Correlate) Query.parse("CORRELATE A WITH B WINDOW " + text);

    assertThat(query.window().days()).isEqualTo(days);
    assertThat(query.window()).hasToString(text);
  }
}
