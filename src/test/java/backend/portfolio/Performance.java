package backend.portfolio;

import backend.stocks.PriceSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a portfolio did over a period, beside a benchmark. */
record Performance(
    String portfolioId,
    String period,
    List<DataPoint> dataPoints,
    Metrics metrics,
    VersusBenchmark vsBenchmark) {

  record DataPoint(LocalDate date, double value, double benchmarkValue) {}

  record Metrics(
      double totalReturn,
      double annualizedReturn,
      double volatility,
      double sharpeRatio,
      double maxDrawdown,
      double benchmarkCorrelation) {}

  record VersusBenchmark(double excessReturn, double trackingError, double informationRatio) {}

  /** The three lists have one entry per day. */
  static Performance of(
      String portfolioId,
      String period,
      List<LocalDate> days,
      PriceSeries values,
      PriceSeries benchmark) {
    List<DataPoint> points = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      points.add(new DataPoint(days.get(i), values.close(i), benchmark.close(i)));
    }
    double excess = values.annualizedReturn() - benchmark.annualizedReturn();
    double trackingError = values.trackingError(benchmark);
    return new Performance(
        portfolioId,
        period,
        points,
        new Metrics(
            values.totalReturn(),
            values.annualizedReturn(),
            values.volatility(),
            values.sharpeRatio(),
            values.maxDrawdown(),
            values.correlation(benchmark)),
        new VersusBenchmark(
            values.totalReturn() - benchmark.totalReturn(),
            trackingError,
            PriceSeries.ratio(excess, trackingError)));
  }
}
