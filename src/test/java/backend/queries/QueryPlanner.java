package backend.queries;

import backend.assets.Asset;
import backend.assets.Assets;
import backend.dsl.Query;
import backend.jobs.Step;
import backend.marketdata.MarketData;
import backend.marketdata.NoDataException;
import backend.marketdata.Price;
import backend.stocks.PriceSeries;
import java.util.List;
import java.util.Locale;

/** Turns a query into the steps that answer it. */
final class QueryPlanner {

  private static final int SHOWN_DAYS = 30;

  private final MarketData data;
  private final MetricValues values;
  private final Analyses analyses;

  QueryPlanner(MarketData data) {
    this.data = data;
    this.values = new MetricValues(data);
    this.analyses = new Analyses(data, values);
  }

  /** At least one step; each one throws {@link NoDataException} when there is nothing to tell. */
  List<Step> plan(Query query) {
    if (query instanceof Query.Get get) {
      return List.of(get(get));
    }
    if (query instanceof Query.Evaluate evaluate) {
      String symbol = evaluate.symbol();
      return evaluate.metrics().stream()
          .distinct()
          .map(metric -> new Step(metric.toString(), () -> values.of(asset(symbol), metric)))
          .toList();
    }
    if (query instanceof Query.Compare compare) {
      return compare.symbols().stream()
          .distinct()
          .map(symbol -> new Step(symbol, () -> values.of(asset(symbol), compare.metrics())))
          .toList();
    }
    if (query instanceof Query.Correlate correlate) {
      return correlate.others().stream()
          .distinct()
          .map(other -> correlation(correlate, other))
          .toList();
    }
    Query.Analyze analyze = (Query.Analyze) query;
    return List.of(
        new Step(
            analyze.aspect().name().toLowerCase(Locale.ROOT),
            () -> analyses.of(asset(analyze.symbol()), analyze.aspect())));
  }

  private Step get(Query.Get get) {
    String symbol = get.symbol();
    return switch (get.content()) {
      case PRICE -> new Step("price", () -> price(symbol));
      case OHLCV -> new Step("ohlcv", () -> data.history(asset(symbol)).value().latest(SHOWN_DAYS));
      case NEWS ->
          new Step("news", () -> News.of(asset(symbol), data.history(asset(symbol)).value()));
      case FUNDAMENTALS ->
          new Step(
              "fundamentals",
              () -> analyses.structure(asset(symbol), data.history(asset(symbol)).value()));
    };
  }

  private Price price(String symbol) {
    Price price = data.price(symbol);
    if (!price.present()) {
      throw new NoDataException(symbol);
    }
    return price;
  }

  private Step correlation(Query.Correlate query, String other) {
    int closes = query.window().days() + 1;
    return new Step(
        query.symbol() + "/" + other,
        () -> {
          PriceSeries own = data.history(asset(query.symbol())).value().closes();
          PriceSeries others = data.history(asset(other)).value().closes();
          return own.latest(closes).correlation(others.latest(closes));
        });
  }

  private static Asset asset(String symbol) {
    return Assets.find(symbol).orElseThrow(() -> new NoDataException(symbol));
  }
}
