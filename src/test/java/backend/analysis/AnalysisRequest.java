package backend.analysis;

import backend.kit.JsonFields;
import backend.stocks.Period;
import java.util.List;

/**
 * What is to be analysed.
 *
 * @param indicators the ones asked for; empty means all
 */
record AnalysisRequest(
    String symbol,
    String type,
    Period period,
    List<String> indicators,
    boolean withPredictions,
    boolean withSentiment) {

  private static final String COMPREHENSIVE = "comprehensive";

  private static final List<String> TYPES =
      List.of("technical", "fundamental", "sentiment", COMPREHENSIVE, "quick");

  private static final List<String> INDICATORS =
      List.of(
          "rsi", "macd", "bollinger_bands", "moving_average", "volume", "stochastic", "adx", "atr");

  private static final List<String> PERIODS =
      Period.codes(
          Period.ONE_DAY,
          Period.ONE_WEEK,
          Period.ONE_MONTH,
          Period.THREE_MONTHS,
          Period.SIX_MONTHS,
          Period.ONE_YEAR,
          Period.FIVE_YEARS);

  /** Everything there is to say about a stock. */
  static AnalysisRequest comprehensive(String symbol) {
    return new AnalysisRequest(symbol, COMPREHENSIVE, Period.ONE_MONTH, List.of(), true, true);
  }

  /**
   * @throws backend.kit.ValidationException with every rule that is broken
   */
  static AnalysisRequest read(JsonFields body) {
    String symbol = body.text("symbol", 1, 10);
    String type = body.choice("analysis_type", COMPREHENSIVE, TYPES);
    String period = body.choice("period", Period.ONE_MONTH.code(), PERIODS);
    List<String> indicators = body.choices("indicators", INDICATORS);
    boolean predictions = body.flag("include_ml_predictions", true);
    boolean sentiment = body.flag("include_news_sentiment", true);
    body.throwIfInvalid();
    return new AnalysisRequest(symbol, type, Period.of(period), indicators, predictions, sentiment);
  }

  boolean covers(String block) {
    return type.equals(block) || type.equals(COMPREHENSIVE);
  }

  /** A quick analysis looks at the prices only. */
  boolean coversTechnical() {
    return covers("technical") || type.equals("quick");
  }

  boolean coversSentiment() {
    return covers("sentiment") && withSentiment;
  }
}
