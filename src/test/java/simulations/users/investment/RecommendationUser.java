package simulations.users.investment;

import static loadgate.Chains.task;
import static loadgate.Chains.weighted;
import static simulations.users.investment.InvestorRequests.aiAnalysis;
import static simulations.users.investment.InvestorRequests.autocomplete;
import static simulations.users.investment.InvestorRequests.correlation;
import static simulations.users.investment.InvestorRequests.dashboard;
import static simulations.users.investment.InvestorRequests.holding;
import static simulations.users.investment.InvestorRequests.holdings;
import static simulations.users.investment.InvestorRequests.marketOverview;
import static simulations.users.investment.InvestorRequests.performance;
import static simulations.users.investment.InvestorRequests.portfolioSummary;
import static simulations.users.investment.InvestorRequests.prediction;
import static simulations.users.investment.InvestorRequests.recommendation;
import static simulations.users.investment.InvestorRequests.recommendations;
import static simulations.users.investment.InvestorRequests.stockMetrics;
import static simulations.users.investment.InvestorRequests.stockPrices;
import static simulations.users.investment.InvestorRequests.stockSearch;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.Unit;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** An investor: looks at the portfolio, asks for recommendations, searches, has stocks analysed. */
public final class RecommendationUser implements UserType, UserTypeHooks {

  private static final Metric COUNTER_GAP =
      Metric.derivedValues("cache-counter-gap", "Cache counters apart (points)", Unit.PERCENT);

  private volatile Optional<CacheCounters> countersBefore = Optional.empty();

  @Override
  public List<Metric> metrics() {
    return Stream.concat(InvestorRequests.METRICS.stream(), Stream.of(COUNTER_GAP)).toList();
  }

  @Override
  public void preflight(Target target) {
    target.get("/api/health").expect(200);
  }

  @Override
  public void prepare(Target target) {
    CacheWarmUp.run(target);
    countersBefore = CacheCounters.read(target);
  }

  @Override
  public ChainBuilder iterate() {
    ChainBuilder overview =
        weighted(task(1, dashboard()), task(1, portfolioSummary()), task(1, marketOverview()));
    ChainBuilder portfolio =
        weighted(task(2, holdings()), task(2, holding()), task(1, performance()));
    ChainBuilder advice =
        weighted(task(3, recommendations()), task(1, recommendation()), task(1, aiAnalysis()));
    ChainBuilder search = weighted(task(2, stockSearch()), task(1, autocomplete()));
    ChainBuilder analytics =
        weighted(task(1, stockMetrics()), task(1, stockPrices()), task(1, correlation()));
    return weighted(
        task(1, overview),
        task(2, portfolio),
        task(3, advice),
        task(1, search),
        task(1, analytics),
        task(1, prediction()));
  }

  /**
   * Compares the hit rate of the answers with that of the target's own counters, which also count
   * the sweeps of {@link BulkQuotesUser}.
   */
  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    Optional<Double> counted =
        countersBefore.flatMap(
            before -> CacheCounters.read(target).flatMap(now -> now.since(before).hitPercent()));
    Optional<Double> answered = CacheCounters.ofAnswers(run, title, "Bulk Quotes").hitPercent();
    return counted.isEmpty() || answered.isEmpty()
        ? List.of()
        : List.of(
            DerivedMetric.of(
                COUNTER_GAP, Metric.Sample.floor(Math.abs(answered.get() - counted.get()))));
  }
}
