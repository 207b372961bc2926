package backend.market;

import backend.investment.Envelope;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Feature;
import io.javalin.config.RoutesConfig;
import java.time.Duration;

/** Shows the market as a whole. */
public final class MarketFeature implements Feature {

  private final Market market;
  private final CachedAnswers<MarketOverview> overviews;

  public MarketFeature(Market market, AnswerCache cache) {
    this.market = market;
    this.overviews = cache.answers(Duration.ofMinutes(1));
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(
        "/api/market/overview", ctx -> ctx.json(Envelope.of(overviews.get(ctx, market::overview))));
  }
}
