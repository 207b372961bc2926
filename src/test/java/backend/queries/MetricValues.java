package backend.queries;

import backend.assets.Asset;
import backend.assets.Fundamentals;
import backend.assets.History;
import backend.dsl.Metric;
import backend.dsl.MetricName;
import backend.dsl.TimeFrame;
import backend.marketdata.MarketData;
import backend.marketdata.NoDataException;
import backend.marketdata.Price;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Computes what queries ask for. A figure that an asset does not have is null. */
final class MetricValues {

  private static final int WEEK = 5;
  private static final int MONTH = 21;
  private static final int QUARTER = 63;

  private final MarketData data;

  MetricValues(MarketData data) {
    this.data = data;
  }

  /** The values of several metrics, by the way they are written. */
  Map<String, Object> of(Asset asset, Iterable<Metric> metrics) {
    Map<String, Object> values = new LinkedHashMap<>();
    metrics.forEach(metric -> values.put(metric.toString(), of(asset, metric)));
    return values;
  }

  Object of(Asset asset, Metric metric) {
    if (metric instanceof Metric.Average average) {
      return average(history(asset), average);
    }
    if (metric instanceof Metric.Framed framed) {
      return framed(history(asset), framed.name(), framed.timeFrame());
    }
    if (metric instanceof Metric.Technical technical) {
      Map<String, Object> values = new LinkedHashMap<>();
      technical.names().forEach(name -> values.put(name.name(), plain(asset, name)));
      return values;
    }
    return plain(asset, ((Metric.Plain) metric).name());
  }

  private static double average(History history, Metric.Average average) {
    return average.exponential()
        ? history.indicators().exponentialAverage(average.days())
        : history.indicators().average(average.days());
  }

  private static double framed(History history, MetricName name, TimeFrame timeFrame) {
    int days = timeFrame.days();
    return switch (name) {
      case VOLATILITY -> history.closes().latest(days + 1).volatility();
      case VOLUME -> history.averageVolume(days) * history.latest(days).size();
      case AVG_VOLUME -> history.averageVolume(days);
      case MOMENTUM -> momentum(history, days);
      case PRICE_CHANGE -> history.changePercent(days);
      default -> throw new NoDataException(name + " over a time frame");
    };
  }

  /** The last close less that of some days before. */
  private static double momentum(History history, int days) {
    return history.closes().last() - history.closes().latest(days + 1).close(0);
  }

  private Object plain(Asset asset, MetricName name) {
    return switch (name) {
      case PRICE -> price(asset).price();
      case CHANGE -> price(asset).changePercent();
      case MARKETCAP -> asset.units() == 0 ? null : asset.marketCap();
      case PE -> fundamental(asset, Fundamentals::peRatio);
      case EPS -> fundamental(asset, Fundamentals::eps);
      case ROE -> fundamental(asset, Fundamentals::roe);
      case DEBT -> fundamental(asset, Fundamentals::debt);
      case REVENUE -> fundamental(asset, Fundamentals::revenue);
      case GROWTH -> fundamental(asset, Fundamentals::growth);
      default -> ofHistory(history(asset), name);
    };
  }

  private Object ofHistory(History history, MetricName name) {
    return switch (name) {
      case VOLUME -> history.lastDay().volume();
      case BETA -> history.closes().beta(data.market().closes());
      case RSI -> history.indicators().rsi();
      case MACD -> history.indicators().macd();
      case MOMENTUM -> momentum(history, 2 * WEEK);
      case LIQUIDITY -> history.averageVolume(MONTH) * history.closes().last();
      case SENTIMENT -> sentiment(history);
      case STOCH -> history.stochastic();
      case ATR -> history.averageTrueRange();
      default -> throw new NoDataException(name + " without a time frame");
    };
  }

  /** What people think, -1..1; nobody writes about generated assets, so it follows the prices. */
  static double sentiment(History history) {
    return Math.tanh(3 * history.closes().latest(QUARTER).totalReturn());
  }

  private Double fundamental(Asset asset, Function<Fundamentals, Double> figure) {
    Optional<Fundamentals> fundamentals = data.fundamentals(asset).map(sourced -> sourced.value());
    return fundamentals.map(figure).orElse(null);
  }

  private Price price(Asset asset) {
    Price price = data.price(asset.symbol());
    if (!price.present()) {
      throw new NoDataException(asset.symbol());
    }
    return price;
  }

  private History history(Asset asset) {
    return data.history(asset).value();
  }
}
