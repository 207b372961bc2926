package backend.dashboard;

import backend.investment.Envelope;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Feature;
import backend.market.Market;
import backend.market.MarketOverview;
import backend.portfolio.PortfolioStore;
import backend.portfolio.PortfolioSummary;
import backend.recommendations.Recommendation;
import backend.recommendations.RecommendationStore;
import backend.stocks.TradingYear;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows portfolio, market and recommendations on one page. */
public final class DashboardFeature implements Feature {

  private static final int RECOMMENDATIONS = 5;
  private static final int WATCHED = 5;

  private final PortfolioStore portfolios;
  private final Market market;
  private final RecommendationStore recommendations;
  private final CachedAnswers<Dashboard> dashboards;

  public DashboardFeature(
      PortfolioStore portfolios,
      Market market,
      RecommendationStore recommendations,
      AnswerCache cache) {
    this.portfolios = portfolios;
    this.market = market;
    this.recommendations = recommendations;
    this.dashboards = cache.answers(Duration.ofMinutes(1));
  }

  private record Dashboard(
      PortfolioSummary portfolioSummary,
      MarketOverview marketOverview,
      List<Recommendation> topRecommendations,
      List<String> watchlist,
      Instant generatedAt) {}

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(
        "/api/dashboard", ctx -> ctx.json(Envelope.of(dashboards.get(ctx, this::dashboard))));
  }

  private Dashboard dashboard() {
    return new Dashboard(
        portfolios.summaries().get(0),
        market.overview(),
        recommendations.top(RECOMMENDATIONS),
        market.largest(WATCHED),
        TradingYear.lastClose());
  }
}
