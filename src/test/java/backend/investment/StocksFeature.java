package backend.investment;

import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.ServerTiming;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lists, finds and quotes stocks, and shows how their prices went. */
final class StocksFeature implements Feature {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Map<String, Integer> DAYS = Map.of("1M", 21, "3M", 63, "6M", 126, "1Y", 252);
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z]{1,5}");
  private static final String SELECT =
      "SELECT id, symbol, name, exchange, sector, market_cap FROM stocks ";
  private static final String LARGEST_FIRST = " ORDER BY market_cap DESC, symbol LIMIT ?";

  private final Database database;
  private final PriceHistory history;
  private final Answers answers;

  StocksFeature(Database database, PriceHistory history, Answers answers) {
    this.database = database;
    this.history = history;
    this.answers = answers;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/stocks", this::list);
    routes.post("/api/stocks/quotes", this::quote);
    routes.get("/api/stocks/{ticker}/metrics", this::metrics);
    routes.get("/api/stocks/{ticker}/prices", this::prices);
    routes.get("/api/analytics/correlation", this::correlate);
    routes.get("/api/search/stocks", this::search);
    routes.get("/api/search/autocomplete", this::complete);
  }

  private void list(Context ctx) {
    JsonFields query = JsonFields.ofQuery(ctx);
    int limit = query.integer("limit", 100, 1, 500);
    int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
    String column = query.choice("sort_by", "market_cap", List.of("symbol", "name", "market_cap"));
    String order = query.choice("order", "desc", List.of("asc", "desc"));
    query.throwIfInvalid();
    String page = "ORDER BY %s %s, symbol LIMIT %d OFFSET %d";
    String sql = SELECT + page.formatted(column, order, limit, offset);
    List<Map<String, Object>> stocks =
        answers.kept(ctx, sql, Duration.ofMinutes(30), () -> Rows.all(database, sql));
    ctx.json(Envelope.page(stocks, offset, limit, StockTable.STOCKS));
  }

  private void quote(Context ctx) {
    List<String> symbols = symbols(JsonFields.of(ctx));
    Map<Object, Object> found = new HashMap<>();
    answers
        .timed(ServerTiming.DB, ctx, () -> StockTable.quotes(database, symbols))
        .forEach(quote -> found.put(quote.get("symbol"), quote));
    ctx.json(
        Envelope.of(
            Map.of(
                "quotes", symbols.stream().map(found::get).filter(Objects::nonNull).toList(),
                "not_found", symbols.stream().filter(Predicate.not(found::containsKey)).toList())));
  }

  private static List<String> symbols(JsonFields body) {
    List<String> symbols = body.texts("symbols", 1, 500);
    if (!symbols.stream().allMatch(symbol -> SYMBOL.matcher(symbol).matches())) {
      body.reject("symbols", "string_pattern_mismatch", "Symbols should have 1 to 5 letters");
    }
    if (new HashSet<>(symbols).size() < symbols.size()) {
      body.reject("symbols", "value_error", "Symbols should be there only once");
    }
    body.throwIfInvalid();
    return symbols;
  }

  /** Finds the largest stocks whose symbol, name or sector contains the term. */
  private void search(Context ctx) {
    String sql =
        SELECT
            + "WHERE POSITION(? IN LOWER(symbol || ' ' || name || ' ' || sector)) > 0"
            + LARGEST_FIRST;
    String term = term(ctx);
    answers.cached(ctx, term, HOUR, () -> Map.of("stocks", Rows.all(database, sql, term, 50)));
  }

  /** Finds the largest stocks whose symbol or name begins like that. */
  private void complete(Context ctx) {
    String sql =
        "SELECT symbol, name FROM stocks WHERE POSITION(? IN LOWER(symbol)) = 1"
            + " OR POSITION(? IN LOWER(name)) = 1"
            + LARGEST_FIRST;
    String term = term(ctx);
    answers.cached(ctx, term, HOUR, () -> Rows.all(database, sql, term, term, 10));
  }

  private static String term(Context ctx) {
    JsonFields query = JsonFields.ofQuery(ctx);
    String term = query.text("q", 1, 100).toLowerCase(Locale.ROOT);
    query.throwIfInvalid();
    return term;
  }

  private void metrics(Context ctx) {
    answers.cached(ctx, Duration.ofHours(2), () -> history.metrics(ctx.pathParam("ticker")));
  }

  private void prices(Context ctx) {
    JsonFields query = JsonFields.ofQuery(ctx);
    String period = query.choice("period", "1M", List.of("1M", "3M", "6M", "1Y"));
    query.throwIfInvalid();
    String ticker = ctx.pathParam("ticker");
    answers.cached(ctx, period, HOUR, () -> history.prices(ticker, DAYS.get(period)));
  }

  private void correlate(Context ctx) {
    JsonFields query = JsonFields.ofQuery(ctx);
    String text = query.text("tickers", 1, 200);
    List<String> tickers = List.of(text.split(",")).stream().distinct().toList();
    if (tickers.size() < 2 || tickers.size() > 20) {
      query.reject("tickers", "value_error", "Input should be 2 to 20 different tickers");
    }
    query.throwIfInvalid();
    answers.cached(
        ctx, text, HOUR, () -> Map.of("tickers", tickers, "matrix", history.correlations(tickers)));
  }
}
