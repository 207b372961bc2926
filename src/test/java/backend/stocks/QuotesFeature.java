package backend.stocks;

import backend.investment.Envelope;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.TimedWork;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Quotes one stock, or many at a time. */
public final class QuotesFeature implements Feature {

  private static final int MOST_SYMBOLS = 500;
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z]{1,5}");

  private final QuoteStore store;
  private final TimedWork work;
  private final CachedAnswers<Quote> quotes;

  public QuotesFeature(QuoteStore store, AnswerCache cache, TimedWork work) {
    this.store = store;
    this.work = work;
    this.quotes = cache.answers(Duration.ofSeconds(36));
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/stocks/{ticker}/quote", this::one);
    routes.post("/api/stocks/quotes", this::many);
  }

  private void one(Context ctx) {
    String ticker = ctx.pathParam("ticker");
    ctx.json(Envelope.of(quotes.get(ctx, ticker, () -> store.quote(ticker))));
  }

  private record Quotes(List<Quote> quotes, List<String> notFound) {}

  private void many(Context ctx) {
    List<String> symbols = symbols(JsonFields.of(ctx));
    Map<String, Quote> known = work.db(ctx, () -> store.quotes(symbols));
    ctx.json(
        Envelope.of(
            new Quotes(
                symbols.stream().map(known::get).filter(Objects::nonNull).toList(),
                symbols.stream().filter(Predicate.not(known::containsKey)).toList())));
  }

  private static List<String> symbols(JsonFields body) {
    List<String> symbols = body.texts("symbols", 1, MOST_SYMBOLS);
    if (!symbols.stream().allMatch(symbol -> SYMBOL.matcher(symbol).matches())) {
      body.reject("symbols", "string_pattern_mismatch", "Symbols should have 1 to 5 letters");
    }
    if (new HashSet<>(symbols).size() < symbols.size()) {
      body.reject("symbols", "value_error", "Symbols should be there only once");
    }
    body.throwIfInvalid();
    return symbols;
  }
}
