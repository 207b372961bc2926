package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.Unit;
import loadgate.settings.Options;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/**
 * Watches the service beside the load: whether it is up, how many of its providers are, and what
 * its cache did from the beginning of the load to its end. Its requests are silent, so they count
 * in no gate on requests.
 */
public final class MarketProbeUser implements UserType, UserTypeHooks {

  private static final Metric UPTIME = new Metric("uptime-rate", "[Probe] Health");
  private static final Metric PROVIDER_UPTIME =
      new Metric("provider-uptime-rate", "[Probe] Providers");
  private static final Metric DECLARED_UPTIME =
      Metric.values("declared-uptime", "Declared uptime of providers (%)", Unit.PERCENT);

  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A little less than 5 s, so that the fifth look after the last one is not early by a hair. */
  private static final Duration PROVIDERS_EVERY = Duration.ofMillis(4_500);

  private static final String ASKED_AT = "probeAskedAt";
  private static final String ANSWERED = "probeAnswered";
  private static final String STATE = "probeState";
  private static final String PROVIDERS_DUE_AT = "probeProvidersDueAt";
  private static final String HEALTHY = "probeHealthyProviders";
  private static final String TOTAL = "probeTotalProviders";
  private static final String DECLARED = "probeDeclaredUptimes";

  private final CacheStatistics cache;
  private volatile CacheStatistics.Reading beforeLoad;

  public MarketProbeUser() {
    this(CacheStatistics.DEFAULT);
  }

  private MarketProbeUser(CacheStatistics cache) {
    this.cache = cache;
  }

  @Override
  public UserType configured(Options options) {
    return new MarketProbeUser(CacheStatistics.told(options));
  }

  @Override
  public int requestsPerIteration() {
    return 0;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(UPTIME, PROVIDER_UPTIME, DECLARED_UPTIME, CacheMetrics.HIT);
  }

  @Override
  public void prepare(Target target) {
    beforeLoad = cache.read(target);
  }

  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    return List.of(new DerivedMetric(CacheMetrics.HIT, cache.read(target).since(beforeLoad)));
  }

  @Override
  public ChainBuilder start() {
    return exec(session -> session.set(PROVIDERS_DUE_AT, System.nanoTime()));
  }

  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.set(ASKED_AT, System.nanoTime()).removeAll(ANSWERED, STATE))
        .exec(probe("[Probe] Health", "/health").check(jsonPath("$.status").saveAs(STATE)))
        .exec(UPTIME.record(MarketProbeUser::up))
        .doIf(MarketProbeUser::providersAreDue)
        .then(providers());
  }

  private ChainBuilder providers() {
    return exec(MarketProbeUser::askForProviders)
        .exec(
            probe("[Probe] Providers", "/health/providers")
                .check(
                    jsonPath("$.healthy_providers").ofInt().saveAs(HEALTHY),
                    jsonPath("$.total_providers").ofInt().saveAs(TOTAL),
                    jsonPath("$.providers.*.uptime_percent").ofDouble().findAll().saveAs(DECLARED)))
        .exec(PROVIDER_UPTIME.recordAll(MarketProbeUser::providersUp))
        .exec(DECLARED_UPTIME.record(MarketProbeUser::declaredUptime));
  }

  private HttpRequestActionBuilder probe(String name, String path) {
    return http(name).get(path).silent().requestTimeout(PATIENCE).check(status().saveAs(ANSWERED));
  }

  private static Optional<Metric.Sample> up(Session session) {
    long millis = (System.nanoTime() - session.getLong(ASKED_AT)) / 1_000_000;
    boolean healthy = isAnswered(session) && "healthy".equals(session.get(STATE));
    return Optional.of(Metric.Sample.timed(healthy, millis));
  }

  private static boolean isAnswered(Session session) {
    return session.contains(ANSWERED) && session.getInt(ANSWERED) == 200;
  }

  private static boolean providersAreDue(Session session) {
    return session.getLong(ASKED_AT) >= session.getLong(PROVIDERS_DUE_AT);
  }

  private static Session askForProviders(Session session) {
    return session
        .set(PROVIDERS_DUE_AT, session.getLong(ASKED_AT) + PROVIDERS_EVERY.toNanos())
        .removeAll(ANSWERED, HEALTHY, TOTAL, DECLARED);
  }

  /** One sample for each provider; an answer that does not tell says nothing of them. */
  private static List<Metric.Sample> providersUp(Session session) {
    if (!isAnswered(session) || !session.contains(HEALTHY) || !session.contains(TOTAL)) {
      return List.of();
    }
    int healthy = session.getInt(HEALTHY);
    return Metric.Sample.rates(healthy, Math.max(0, session.getInt(TOTAL) - healthy));
  }

  /** What the providers say of themselves, shown beside what was seen. */
  private static Optional<Metric.Sample> declaredUptime(Session session) {
    OptionalDouble mean =
        session.contains(DECLARED)
            ? session.<Double>getList(DECLARED).stream().mapToDouble(Double::doubleValue).average()
            : OptionalDouble.empty();
    return mean.stream().mapToObj(Metric.Sample::floor).findFirst();
  }
}
