package backend.portfolio;

import backend.investment.Envelope;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Feature;
import backend.kit.QueryFields;
import backend.stocks.Period;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;

/** Shows what is held and how it does. */
public final class PortfolioFeature implements Feature {

  private static final Duration LIFETIME = Duration.ofMinutes(1);

  private final PortfolioStore portfolios;
  private final CachedAnswers<List<PortfolioSummary>> summaries;
  private final CachedAnswers<List<Position>> positions;
  private final CachedAnswers<Holding> holdings;
  private final CachedAnswers<Performance> performances;
  private final CachedAnswers<PortfolioDetail> details;

  public PortfolioFeature(PortfolioStore portfolios, AnswerCache cache) {
    this.portfolios = portfolios;
    this.summaries = cache.answers(LIFETIME);
    this.positions = cache.answers(LIFETIME);
    this.holdings = cache.answers(LIFETIME);
    this.performances = cache.answers(LIFETIME);
    this.details = cache.answers(Duration.ofSeconds(30));
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(
        "/api/portfolio/summary",
        ctx -> ctx.json(Envelope.of(summaries.get(ctx, portfolios::summaries))));
    routes.get(
        "/api/portfolio/holdings",
        ctx -> ctx.json(Envelope.of(positions.get(ctx, portfolios::positions))));
    routes.get("/api/portfolio/holdings/{ticker}", this::holding);
    routes.get("/api/portfolio/performance", this::performance);
    // After those whose last part is a word of its own, because the first that fits is taken.
    routes.get("/api/portfolio/{id}", this::detail);
  }

  private void detail(Context ctx) {
    String id = ctx.pathParam("id");
    ctx.json(Envelope.of(details.get(ctx, id, () -> portfolios.detail(id))));
  }

  private void holding(Context ctx) {
    String ticker = ctx.pathParam("ticker");
    ctx.json(Envelope.of(holdings.get(ctx, ticker, () -> portfolios.holding(ticker))));
  }

  private void performance(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    String period = query.choice("period", Period.ONE_MONTH.code(), Period.codes(Period.values()));
    String benchmark = query.text("benchmark", "SPY", 5);
    query.throwIfInvalid();
    ctx.json(
        Envelope.of(
            performances.get(
                ctx,
                period + " " + benchmark,
                () -> portfolios.performance(Period.of(period), benchmark))));
  }
}
