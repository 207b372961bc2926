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
 * Watches the service beside the load: whether it is up, how many of its providers are, and how
 * many lookups its cache answered from the start of the load to its end.
 */
public final class MarketProbeUser implements UserType, UserTypeHooks {

  private static final Metric UPTIME = new Metric("uptime-rate", "[Probe] Health");
  private static final Metric PROVIDER_UPTIME =
      new Metric("provider-uptime-rate", "[Probe] Providers");
  private static final Metric DECLARED_UPTIME =
      Metric.values("declared-uptime", "Declared uptime of providers (%)", Unit.PERCENT);

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int PROVIDERS_EVERY = 5;

  private static final String ASKED_AT = "probeAskedAt";
  private static final String LOOKS = "probeLooks";
  private static final String HEALTHY = "healthyProviders";
  private static final String TOTAL = "totalProviders";
  private static final String DECLARED = "declaredUptimes";

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
    return new MarketProbeUser(CacheStatistics.from(options));
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

  /** Asks for the health every second, for the providers every fifth time. */
  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.set(ASKED_AT, System.nanoTime()))
        .exec(
            probe("[Probe] Health", "/health")
                .check(status().is(200), jsonPath("$.status").is("healthy")))
        .exec(UPTIME.record(MarketProbeUser::up))
        .exec(Session::markAsSucceeded)
        .doIf(session -> looks(session) % PROVIDERS_EVERY == 0)
        .then(providers())
        .exec(session -> session.markAsSucceeded().set(LOOKS, looks(session) + 1));
  }

  private static ChainBuilder providers() {
    return exec(probe("[Probe] Providers", "/health/providers")
            .check(
                status().is(200),
                jsonPath("$.healthy_providers").ofInt().saveAs(HEALTHY),
                jsonPath("$.total_providers").ofInt().saveAs(TOTAL),
                jsonPath("$.providers.*.uptime_percent")
                    .ofDouble()
                    .findAll()
                    .withDefault(List.of())
                    .saveAs(DECLARED)))
        .exec(PROVIDER_UPTIME.recordAll(MarketProbeUser::providersUp))
        .exec(DECLARED_UPTIME.record(MarketProbeUser::declaredUptime));
  }

  /** Silent, so that it counts in no gate on requests. */
  private static HttpRequestActionBuilder probe(String name, String path) {
    return http(name).get(path).silent().requestTimeout(TIMEOUT);
  }

  private static int looks(Session session) {
    return session.contains(LOOKS) ? session.getInt(LOOKS) : 0;
  }

  private static Optional<Metric.Sample> up(Session session) {
    long millis = (System.nanoTime() - session.getLong(ASKED_AT)) / 1_000_000;
    return Optional.of(Metric.Sample.timed(!session.isFailed(), millis));
  }

  /** One sample for each provider; none if the answer does not say how many there are. */
  private static List<Metric.Sample> providersUp(Session session) {
    if (session.isFailed()) {
      return List.of();
    }
    int healthy = session.getInt(HEALTHY);
    return Metric.Sample.rates(healthy, Math.max(0, session.getInt(TOTAL) - healthy));
  }

  /** What the providers declare, shown beside what was observed. */
  private static Optional<Metric.Sample> declaredUptime(Session session) {
    List<Double> declared = session.isFailed() ? List.of() : session.getList(DECLARED);
    return declared.stream().mapToDouble(Double::doubleValue).average().stream()
        .mapToObj(Metric.Sample::floor)
        .findFirst();
  }
}
