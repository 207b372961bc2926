package backend.queries;

import backend.assets.Asset;
import backend.assets.Assets;
import backend.assets.History;
import backend.dsl.Metric;
import backend.dsl.MetricName;
import backend.dsl.Query.Analyze.Aspect;
import backend.marketdata.MarketData;
import backend.marketdata.NoDataException;
import backend.marketdata.StructuralData;
import backend.stocks.PriceSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at an asset from one side. */
final class Analyses {

  private static final int QUARTER = 63;
  private static final double CLEAR_SENTIMENT = 0.1;
  private static final double BAD_DAYS = 0.05;

  private static final List<Metric> TECHNICALS =
      Stream.concat(
              Stream.of(MetricName.RSI, MetricName.MACD, MetricName.STOCH, MetricName.ATR)
                  .map(Metric.Plain::new),
              Stream.of(new Metric.Average(false, 20), new Metric.Average(false, 50)))
          .map(Metric.class::cast)
          .toList();

  private final MarketData data;
  private final MetricValues values;

  Analyses(MarketData data, MetricValues values) {
    this.data = data;
    this.values = values;
  }

  record Sentiment(double score, String label) {}

  /**
   * Figures of a year.
   *
   * @param valueAtRisk daily loss that 95 % of the days stayed above, as a return
   */
  record Risk(
      double volatility, double maxDrawdown, double beta, double sharpeRatio, double valueAtRisk) {}

  Object of(Asset asset, Aspect aspect) {
    History history = data.history(asset).value();
    return switch (aspect) {
      case TECHNICALS -> values.of(asset, TECHNICALS);
      case FUNDAMENTALS -> structure(asset, history);
      case SENTIMENT -> sentiment(history);
      case CORRELATIONS -> correlations(asset, history);
      case RISK -> risk(history.closes());
    };
  }

  /** The lasting figures of an asset that has earnings. */
  StructuralData structure(Asset asset, History history) {
    return data.fundamentals(asset)
        .map(
            figures ->
                StructuralData.of(asset, history, Optional.of(figures.value()), data.market()))
        .orElseThrow(() -> new NoDataException("fundamentals of " + asset.symbol()));
  }

  private static Sentiment sentiment(History history) {
    double score = MetricValues.sentiment(history);
    if (Math.abs(score) <= CLEAR_SENTIMENT) {
      return new Sentiment(score, "neutral");
    }
    return new Sentiment(score, score > 0 ? "positive" : "negative");
  }

  private Map<String, Double> correlations(Asset asset, History history) {
    Map<String, Double> correlations = new LinkedHashMap<>();
    PriceSeries own = history.closes().latest(QUARTER + 1);
    for (Asset other : Assets.of(asset.assetClass())) {
      if (!other.equals(asset)) {
        PriceSeries others = data.history(other).value().closes();
        correlations.put(other.symbol(), own.correlation(others.latest(QUARTER + 1)));
      }
    }
    return correlations;
  }

  private Risk risk(PriceSeries year) {
    return new Risk(
        year.volatility(),
        year.maxDrawdown(),
        year.beta(data.market().closes()),
        year.sharpeRatio(),
        year.returnQuantile(BAD_DAYS));
  }
}
