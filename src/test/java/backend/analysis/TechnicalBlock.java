package backend.analysis;

import backend.stocks.Indicators;
import backend.stocks.Period;
import backend.stocks.PriceSeries;
import java.util.List;
import java.util.function.Predicate;

/** What the prices alone say; an indicator that was not asked for is null. */
record TechnicalBlock(
    Double rsi,
    String rsiSignal,
    Indicators.Macd macd,
    String macdSignal,
    Averages movingAverages,
    Indicators.Bands bollingerBands,
    Volume volumeAnalysis,
    List<Double> supportLevels,
    List<Double> resistanceLevels,
    String trend,
    double volatility) {

  private static final double OVERSOLD = 30;
  private static final double OVERBOUGHT = 70;

  record Averages(double sma20, double sma50, double sma200) {}

  record Volume(long average, String trend) {}

  static TechnicalBlock of(PriceSeries year, long volume, AnalysisRequest request) {
    Indicators indicators = new Indicators(year);
    Predicate<String> wanted =
        name -> request.indicators().isEmpty() || request.indicators().contains(name);
    double rsi = indicators.rsi();
    Indicators.Macd macd = indicators.macd();
    Averages averages =
        new Averages(indicators.average(20), indicators.average(50), indicators.average(200));
    int month = Period.ONE_MONTH.days();
    int quarter = Period.THREE_MONTHS.days();
    return new TechnicalBlock(
        wanted.test("rsi") ? rsi : null,
        wanted.test("rsi") ? rsiSignal(rsi) : null,
        wanted.test("macd") ? macd : null,
        wanted.test("macd") ? (macd.histogram() > 0 ? "bullish" : "bearish") : null,
        wanted.test("moving_average") ? averages : null,
        wanted.test("bollinger_bands") ? indicators.bollingerBands() : null,
        wanted.test("volume") ? new Volume(volume, "stable") : null,
        List.of(indicators.support(month), indicators.support(quarter)),
        List.of(indicators.resistance(month), indicators.resistance(quarter)),
        averages.sma20() > averages.sma50() ? "upward" : "downward",
        year.latest(Math.max(month, request.period().days())).volatility());
  }

  private static String rsiSignal(double rsi) {
    if (rsi < OVERSOLD) {
      return "oversold";
    }
    return rsi > OVERBOUGHT ? "overbought" : "neutral";
  }
}
