package backend.stocks;

import backend.investment.Envelope;
import backend.investment.Page;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Feature;
import backend.kit.QueryFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;

/** Lists the stocks, page by page, and describes each of them. */
public final class StockListFeature implements Feature {

  private static final Duration LIFETIME = Duration.ofMinutes(30);

  /** Pages are large, and anybody can ask for any number of different ones. */
  private static final int MOST_PAGES = 200;

  private final StockStore stocks;
  private final CachedAnswers<StockStore.StockPage> pages;
  private final CachedAnswers<StockDetail> details;

  public StockListFeature(StockStore stocks, AnswerCache cache) {
    this.stocks = stocks;
    this.pages = cache.answers(LIFETIME, MOST_PAGES);
    this.details = cache.answers(LIFETIME);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/stocks", this::list);
    routes.get("/api/stocks/{ticker}", this::detail);
  }

  private void list(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    int limit = query.integer("limit", 100, 1, 500);
    int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
    StockFilter filter = StockFilter.read(query);
    query.throwIfInvalid();
    String key = limit + " " + offset + " " + filter;
    StockStore.StockPage page = pages.get(ctx, key, () -> stocks.page(filter, limit, offset));
    ctx.json(Envelope.of(page.stocks(), Page.at(offset, limit, page.total())));
  }

  private void detail(Context ctx) {
    String ticker = ctx.pathParam("ticker");
    ctx.json(Envelope.of(details.get(ctx, ticker, () -> stocks.detail(ticker))));
  }
}
