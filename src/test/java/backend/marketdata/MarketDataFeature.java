package backend.marketdata;

import backend.kit.ApiException;
import backend.kit.Cache;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.Part;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The endpoints of the marketdata target. */
final class MarketDataFeature implements Feature {

  private static final int MOST_CACHED = 10_000;
  private static final int MOST_SYMBOLS = 50;
  private static final int LONGEST_QUERY = 1_000;
  private static final int SHOWN_DAYS = 30;

  private final Providers providers;
  private final Cache cache;
  private final MarketData data;
  private final Queries queries;

  MarketDataFeature(Faults faults) {
    this.providers = new Providers(faults.works(Part.PROVIDERS));
    this.cache = new Cache(faults.works(Part.CACHE), false, MOST_CACHED);
    this.data = new MarketData(providers, cache);
    this.queries = new Queries(data, faults.works(Part.WORKERS), faults.workDelay());
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/health", ctx -> ctx.json(Map.of("status", "healthy", "version", "0.4.1")));
    routes.get("/health/providers", ctx -> ctx.json(providers.health()));
    routes.get("/api/metrics/cache", ctx -> ctx.json(Map.of("overall", lookups())));
    routes.get("/api/market/prices", ctx -> ctx.json(quotes(symbols(ctx))));
    routes.get("/api/market/candles/{symbol}", ctx -> ctx.json(candles(ctx)));
    routes.get("/api/market/assets/{symbol}", ctx -> ctx.json(sheet(symbol(ctx))));
    routes.post("/api/market/dsl/execute", ctx -> ctx.json(execute(ctx)));
    routes.post("/mcp/tools/call", new Tools(data, queries)::call);
  }

  @Override
  public void close() {
    queries.close();
  }

  private Map<String, Long> lookups() {
    return Map.of("total_hits", cache.hits(), "total_misses", cache.misses());
  }

  private static String symbol(Context ctx) {
    return ctx.pathParam("symbol").toUpperCase(Locale.ROOT);
  }

  private static List<String> symbols(Context ctx) {
    String sent = Optional.ofNullable(ctx.queryParam("symbols")).orElse("");
    List<String> symbols =
        Stream.of(sent.toUpperCase(Locale.ROOT).split(","))
            .filter(symbol -> !symbol.isBlank())
            .distinct()
            .toList();
    if (symbols.isEmpty() || symbols.size() > MOST_SYMBOLS) {
      throw new ApiException(400, "symbols must be 1 to " + MOST_SYMBOLS + " different symbols");
    }
    return symbols;
  }

  /** {@code error} is null when there is a price. */
  private record Quote(double price, String error) {}

  private Map<String, Object> quotes(List<String> symbols) {
    Map<String, Quote> quotes = new LinkedHashMap<>();
    for (String symbol : symbols) {
      Price price = data.price(symbol);
      String error = price.present() ? null : "no price of " + symbol;
      quotes.put(symbol, new Quote(price.price(), error));
    }
    return Map.of("prices", quotes, "count", quotes.size());
  }

  private Map<String, Object> candles(Context ctx) {
    if (!Optional.ofNullable(ctx.queryParam("timeframe")).orElse("1d").equals("1d")) {
      throw new ApiException(400, "timeframe must be 1d");
    }
    try {
      DailyCandles history = data.history(Asset.known(symbol(ctx)));
      return Map.of("symbol", symbol(ctx), "candles", history.latest(SHOWN_DAYS));
    } catch (MarketDataException e) {
      throw new ApiException(500, e.getMessage());
    }
  }

  /** {@code isFallback} is true without data; then nearly all fields are null. */
  private record Sheet(
      String symbol,
      Price price,
      Fundamentals fundamentals,
      Narrative narrative,
      boolean isFallback) {}

  private record Fundamentals(Double peRatio, double marketCap, double beta) {}

  private Sheet sheet(String symbol) {
    Price price = data.price(symbol);
    if (!price.present()) {
      return new Sheet(symbol, price, null, null, true);
    }
    Asset asset = Asset.known(symbol);
    Fundamentals fundamentals = new Fundamentals(asset.peRatio(), asset.marketCap(), asset.beta());
    return new Sheet(symbol, price, fundamentals, data.narrative(asset, false), false);
  }

  private Queries.State execute(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String query = body.text("query", 0, LONGEST_QUERY);
    boolean async = body.flag("async_execution", false);
    body.throwIfInvalid();
    if (query.isBlank()) {
      throw new ApiException(400, "query must not be empty");
    }
    return async ? queries.submit(query) : queries.execute(query);
  }
}
