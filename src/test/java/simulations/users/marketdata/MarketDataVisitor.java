package simulations.users.marketdata;

import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/**
 * What an assistant asks of the market-data service: mostly prices, sometimes a text or an
 * analysis, now and then a query. Its kinds differ in how long they think.
 */
public interface MarketDataVisitor extends UserType, UserTypeHooks {

  Metric LEFT_OUT = new Metric("left-out-symbols", "Symbol left out");

  /** What it asks for. */
  MarketSymbols symbols();

  @Override
  default List<Metric> metrics() {
    return List.of(QueryTask.COMPLETION, SlowRequests.SLOW, LEFT_OUT);
  }

  /** A query is followed by one look at its task; for more of them the user waits. */
  @Override
  default int requestsPerIteration() {
    return 2;
  }

  @Override
  default Duration longestIteration() {
    return QueryTask.POLL_LIMIT.plus(MarketCalls.PATIENCE);
  }

  @Override
  default void preflight(Target target) {
    MarketPreparation.demandHealth(target);
  }

  @Override
  default void prepare(Target target) {
    MarketPreparation.warmCache(target, symbols().any().names());
  }

  @Override
  default ChainBuilder iterate() {
    PriceRequests prices = new PriceRequests(this, symbols());
    AnalysisRequests analyses = new AnalysisRequests(this);
    return weighted(
        task(80, prices(prices)), task(15, analyses(analyses)), task(5, queries(analyses)));
  }

  private ChainBuilder prices(PriceRequests ask) {
    return weighted(
        task(50, ask.simple()),
        task(20, ask.withProvider()),
        task(15, ask.batch()),
        task(10, ask.history()),
        task(5, ask.health()));
  }

  private ChainBuilder analyses(AnalysisRequests ask) {
    return weighted(
        task(40, ask.narrative()),
        task(30, ask.sentiment()),
        task(20, ask.fundamentals()),
        task(10, ask.portfolio()));
  }

  private ChainBuilder queries(AnalysisRequests ask) {
    return weighted(
        task(60, new QueryTask(this).iterate()),
        task(20, ask.complexQuery()),
        task(20, ask.validation()));
  }

  /** What nobody limits but everybody should see. */
  @Override
  default List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    return List.of(
        SlowRequests.of(title, run),
        new DerivedMetric(LEFT_OUT, SlowRequests.occurrences(symbols().leftOut())));
  }
}
