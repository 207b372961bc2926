package simulations.users.investment;

import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.Unit;
import loadgate.stats.RunStatistics;
import loadgate.stats.Summary;
import loadgate.target.Target;

/** An investor: looks at the portfolio, asks for recommendations, searches, has stocks analysed. */
public final class RecommendationUser implements UserType, UserTypeHooks {

  /** How far the hit rate that answers tell and the one that the target counts lie apart. */
  private static final Metric COUNTER_GAP =
      Metric.values("cache-counter-gap", "Cache counters apart (points)", Unit.PERCENT);

  private final InvestmentRequests investment = new InvestmentRequests(this);
  private volatile Optional<CacheCounters> countersBefore = Optional.empty();

  @Override
  public List<Metric> metrics() {
    return Stream.concat(InvestmentRequests.METRICS.stream(), Stream.of(COUNTER_GAP)).toList();
  }

  @Override
  public void preflight(Target target) {
    target.get("/api/health").expect(200);
  }

  /** Asks for everything once, because the cache-hit target is that of a warm cache. */
  @Override
  public void prepare(Target target) {
    target.getAll(InvestmentFeeds.everyPath());
    target.getAll(InvestmentFeeds.holdingPaths(target.get("/api/portfolio/holdings")));
    countersBefore = CacheCounters.read(target);
  }

  /** The target's own counters check what its answers say about hits and misses. */
  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    Optional<Double> counted =
        countersBefore.flatMap(
            before ->
                CacheCounters.read(target).flatMap(after -> after.since(before).hitPercent()));
    Optional<Double> told = hitsTold(run).hitPercent();
    return counted.isEmpty() || told.isEmpty()
        ? List.of()
        : List.of(
            DerivedMetric.of(
                COUNTER_GAP, Metric.Sample.floor(Math.abs(told.get() - counted.get()))));
  }

  /** Of all answers of the run that the target counts as well. */
  private CacheCounters hitsTold(RunStatistics run) {
    List<Summary> told =
        Stream.of("Recommendation", "Bulk Quotes")
            .flatMap(user -> run.find(List.of(user, CacheMetrics.HIT.title())).stream())
            .map(path -> path.summary())
            .toList();
    return new CacheCounters(
        told.stream().mapToLong(summary -> summary.ok().count()).sum(),
        told.stream().mapToLong(summary -> summary.ko().count()).sum());
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
