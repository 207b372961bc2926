package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** An AI assistant: asks mostly for prices, sometimes for an analysis, now and then a query. */
public final class MarketDataUser implements UserType, UserTypeHooks {

  private static final Metric LEFT_OUT = new Metric("left-out-symbols", "Symbol left out");
  private static final String KIND = "kind";
  private static final String PAIR = "currency-pair";

  private final boolean withPairs;

  public MarketDataUser() {
    this(true);
  }

  private MarketDataUser(boolean withPairs) {
    this.withPairs = withPairs;
  }

  @Override
  public UserType configured(Options options) {
    return new MarketDataUser(options.only("currency-pairs").flag("currency-pairs", true));
  }

  @Override
  public List<Metric> metrics() {
    return List.of(QueryTask.COMPLETION, SlowRequests.SLOW, LEFT_OUT);
  }

  /** A query and the first poll of its task; the user pauses before each further poll. */
  @Override
  public OptionalInt requestsPerIteration() {
    return OptionalInt.of(2);
  }

  /** A query that is accepted late, and the last poll of its task, which is answered late. */
  @Override
  public Duration longestIteration() {
    return MarketRequests.TIMEOUT.plus(QueryTask.POLL_LIMIT).plus(MarketRequests.TIMEOUT);
  }

  @Override
  public void preflight(Target target) {
    Preparation.requireHealthy(target);
  }

  @Override
  public void prepare(Target target) {
    Preparation.warmCache(target, symbols());
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(task(80, prices()), task(15, analyses()), task(5, queries()));
  }

  private Symbols symbols() {
    return withPairs ? Symbols.all() : Symbols.all().without(KIND, PAIR);
  }

  private ChainBuilder prices() {
    Symbols symbols = symbols();
    Symbols equities = symbols.with(KIND, "equity");
    return weighted(
        task(50, feed(symbols.random()), MarketRequests.price("[Price] Simple Query")),
        task(20, withProvider(equities, symbols.with(KIND, "coin"))),
        task(
            15,
            exec(session -> session.set("symbols", String.join(",", symbols.sample(5)))),
            MarketRequests.BATCH_OF_FIVE),
        task(10, feed(equities.random()), MarketRequests.HISTORY),
        task(5, MarketRequests.HEALTH));
  }

  /** Two of the three providers are for equities. */
  private static ChainBuilder withProvider(Symbols equities, Symbols coins) {
    return weighted(
        task(2, feed(equities.random()), MarketRequests.EQUITY_WITH_PROVIDER),
        task(
            1,
            feed(coins.random()),
            feed(csv("feeders/coin-exchanges.csv").random()),
            MarketRequests.COIN_WITH_PROVIDER));
  }

  private static ChainBuilder analyses() {
    Symbols analysed = Symbols.all().with("analysed", "yes");
    return weighted(
        task(
            40,
            feed(analysed.random()),
            feed(csv("feeders/narrative-styles.csv").random()),
            MarketRequests.NARRATIVE),
        task(30, feed(analysed.random()), MarketRequests.SENTIMENT),
        task(20, feed(analysed.with(KIND, "equity").random()), MarketRequests.FUNDAMENTALS),
        task(
            10,
            exec(session -> session.set("portfolio", String.join(" vs ", analysed.sample(3)))),
            MarketRequests.PORTFOLIO));
  }

  private static ChainBuilder queries() {
    return weighted(
        task(60, feed(csv("feeders/market-queries.csv").random()), QueryTask.submitAndAwait()),
        task(
            20,
            feed(csv("feeders/complex-market-queries.csv").random()),
            MarketRequests.COMPLEX_QUERY),
        task(20, feed(csv("feeders/market-queries.csv").random()), MarketRequests.VALIDATION));
  }

  /** Counts that are shown without a limit. */
  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    int leftOut = Symbols.all().rows().size() - symbols().rows().size();
    return List.of(
        SlowRequests.of(title, run),
        new DerivedMetric(LEFT_OUT, SlowRequests.occurrences(leftOut)));
  }
}
