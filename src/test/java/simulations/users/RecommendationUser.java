package simulations.users;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.UserType;
import loadgate.metrics.Metric;
import loadgate.target.Target;

/** An investor: looks at the portfolio, asks for recommendations, searches, has stocks analysed. */
public final class RecommendationUser implements UserType {

  private final InvestmentRequests investment = new InvestmentRequests(this);

  @Override
  public List<Metric> metrics() {
    return InvestmentRequests.METRICS;
  }

  @Override
  public void preflight(Target target) {
    target.get("/api/health").expect(200);
  }

  /** Asks for everything once, because the cache-hit target is that of a warm cache. */
  @Override
  public void prepare(Target target) {
    target.getAll(InvestmentFeeds.everyPath());
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(
        task(1, dashboard()),
        task(2, portfolio()),
        task(3, recommendations()),
        task(1, search()),
        task(1, analytics()),
        task(1, investment.prediction()));
  }

  private ChainBuilder dashboard() {
    return weighted(
        task(1, investment.dashboard()),
        task(1, investment.portfolioSummary()),
        task(1, investment.marketOverview()));
  }

  private ChainBuilder portfolio() {
    return weighted(
        task(2, investment.holdings()),
        task(2, investment.holding()),
        task(1, investment.performance()));
  }

  private ChainBuilder recommendations() {
    return weighted(
        task(3, investment.recommendations()),
        task(1, investment.recommendation()),
        task(1, investment.aiAnalysis()));
  }

  private ChainBuilder search() {
    return weighted(task(2, investment.stockSearch()), task(1, investment.autocomplete()));
  }

  private ChainBuilder analytics() {
    return weighted(
        task(1, investment.stockMetrics()),
        task(1, investment.stockPrices()),
        task(1, investment.correlation()));
  }
}
