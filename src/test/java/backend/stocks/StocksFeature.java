package backend.stocks;

import backend.investment.Envelope;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Feature;
import backend.kit.QueryFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds stocks and shows how their prices went. */
public final class StocksFeature implements Feature {

  private static final List<String> PRICE_PERIODS =
      Period.codes(Period.ONE_MONTH, Period.THREE_MONTHS, Period.SIX_MONTHS, Period.ONE_YEAR);

  private static final int MAX_TERM = 100;
  private static final int MIN_CORRELATED = 2;
  private static final int MAX_CORRELATED = 20;

  private final StockStore stocks;
  private final PriceHistory history;
  private final CachedAnswers<PriceHistory.Metrics> metrics;
  private final CachedAnswers<List<PriceHistory.DailyPrice>> prices;
  private final CachedAnswers<StockStore.SearchResult> searches;
  private final CachedAnswers<List<StockStore.Suggestion>> suggestions;
  private final CachedAnswers<Correlation> correlations;

  public StocksFeature(StockStore stocks, PriceHistory history, AnswerCache cache) {
    this.stocks = stocks;
    this.history = history;
    this.metrics = cache.answers(Duration.ofHours(2));
    this.prices = cache.answers(Duration.ofHours(1));
    this.searches = cache.answers(Duration.ofHours(1));
    this.suggestions = cache.answers(Duration.ofHours(1));
    this.correlations = cache.answers(Duration.ofHours(1));
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/search/stocks", this::search);
    routes.get("/api/search/autocomplete", this::suggest);
    routes.get("/api/stocks/{ticker}/metrics", this::metrics);
    routes.get("/api/stocks/{ticker}/prices", this::prices);
    routes.get("/api/analytics/correlation", this::correlate);
  }

  private void search(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    String term = query.text("q", 1, MAX_TERM).toLowerCase(Locale.ROOT);
    int limit = query.integer("limit", 50, 1, 100);
    query.throwIfInvalid();
    ctx.json(Envelope.of(searches.get(ctx, limit + " " + term, () -> stocks.search(term, limit))));
  }

  private void suggest(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    String beginning = query.text("q", 1, MAX_TERM).toLowerCase(Locale.ROOT);
    query.throwIfInvalid();
    ctx.json(Envelope.of(suggestions.get(ctx, beginning, () -> stocks.suggest(beginning))));
  }

  private void metrics(Context ctx) {
    String ticker = ctx.pathParam("ticker");
    ctx.json(Envelope.of(metrics.get(ctx, ticker, () -> history.metrics(ticker))));
  }

  private void prices(Context ctx) {
    String ticker = ctx.pathParam("ticker");
    QueryFields query = QueryFields.of(ctx);
    String code = query.choice("period", Period.ONE_MONTH.code(), PRICE_PERIODS);
    query.throwIfInvalid();
    ctx.json(
        Envelope.of(
            prices.get(
                ctx, ticker + " " + code, () -> history.prices(ticker, Period.of(code).days()))));
  }

  private void correlate(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    String text = query.text("tickers", 1, 200);
    List<String> tickers = List.of(text.split(",")).stream().distinct().toList();
    if (tickers.size() < MIN_CORRELATED || tickers.size() > MAX_CORRELATED) {
      query.reject("tickers", "value_error", "Input should be 2 to 20 different tickers");
    }
    query.throwIfInvalid();
    ctx.json(
        Envelope.of(correlations.get(ctx, String.join(",", tickers), () -> correlation(tickers))));
  }

  private Correlation correlation(List<String> tickers) {
    Map<String, PriceSeries> series = new LinkedHashMap<>();
    tickers.forEach(ticker -> series.put(ticker, history.closes(ticker, TradingYear.DAYS)));
    return Correlation.of(series, Period.ONE_YEAR);
  }
}
