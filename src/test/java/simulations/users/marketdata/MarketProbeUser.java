package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  private static final String SEEN_AT = "probeSeenAt";
  private static final String PROVIDERS = "probeProviders";
  private static final String PROBES = "probes";
  private static final String STATUS_CODE = "probeStatusCode";
  private static final String STATE = "probeState";
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
  public OptionalInt requestsPerIteration() {
    return OptionalInt.of(0);
  }

  @Override
  public Duration longestIteration() {
    return TIMEOUT.plus(TIMEOUT);
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

  /** Asks for the health each time, and for the providers every fifth time. */
  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.set(ASKED_AT, System.nanoTime()))
        .exec(probe("[Probe] Health", "/health", jsonPath("$.status").saveAs(STATE)))
        .exec(UPTIME.recordAll(MarketProbeUser::up))
        .exec(session -> session.set(SEEN_AT, System.nanoTime()))
        .doIf(session -> probes(session) % PROVIDERS_EVERY == 0)
        .then(providers())
        .exec(session -> session.set(PROBES, probes(session) + 1));
  }

  private static ChainBuilder providers() {
    return probe(
            "[Probe] Providers",
            "/health/providers",
            jsonPath("$.healthy_providers").ofInt().saveAs(HEALTHY),
            jsonPath("$.total_providers").ofInt().saveAs(TOTAL),
            jsonPath("$.providers.*.uptime_percent").ofDouble().findAll().saveAs(DECLARED))
        .exec(PROVIDER_UPTIME.recordAll(MarketProbeUser::providersUp))
        .exec(session -> session.set(PROVIDERS, providers(session)))
        .exec(DECLARED_UPTIME.record(MarketProbeUser::declaredUptime));
  }

  /**
   * Silent, so that it counts in no gate on requests. A silent request does not fail the session,
   * so its answer is saved and judged afterwards.
   */
  private static ChainBuilder probe(String name, String path, CheckBuilder... checks) {
    return exec(session -> session.removeAll(STATUS_CODE, STATE, HEALTHY, TOTAL, DECLARED))
        .exec(
            http(name)
                .get(path)
                .silent()
                .requestTimeout(TIMEOUT)
                .check(status().saveAs(STATUS_CODE))
                .check(checks));
  }

  private static int probes(Session session) {
    return session.contains(PROBES) ? session.getInt(PROBES) : 0;
  }

  private static boolean isAnswered(Session session) {
    return session.contains(STATUS_CODE) && session.getInt(STATUS_CODE) == 200;
  }

  /**
   * A look stands for the time since the look before it, with one sample per second and at least
   * one: a look that hung for five seconds saw the service down for five.
   */
  private static List<Metric.Sample> up(Session session) {
    boolean healthy = isAnswered(session) && "healthy".equals(session.get(STATE));
    long askedAt = session.getLong(ASKED_AT);
    long millis = millisSince(askedAt);
    long seenAt = session.contains(SEEN_AT) ? session.getLong(SEEN_AT) : askedAt;
    long seconds = Math.round(millisSince(seenAt) / 1e3);
    return Collections.nCopies(
        Math.toIntExact(Math.max(1, seconds)), Metric.Sample.timed(healthy, millis));
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  /** One sample for each provider; all are missed when the answer does not tell. */
  private static List<Metric.Sample> providersUp(Session session) {
    int all = providers(session);
    int healthy = saysProviders(session) ? session.getInt(HEALTHY) : 0;
    return Metric.Sample.rates(healthy, Math.max(0, all - healthy));
  }

  /** How many providers there are, at least one: as the answer says, or the last one that did. */
  private static int providers(Session session) {
    int known = session.contains(PROVIDERS) ? session.getInt(PROVIDERS) : 1;
    return saysProviders(session) ? Math.max(1, session.getInt(TOTAL)) : known;
  }

  private static boolean saysProviders(Session session) {
    return isAnswered(session) && session.contains(HEALTHY) && session.contains(TOTAL);
  }

  /** What the providers declare, shown beside what was observed. */
  private static Optional<Metric.Sample> declaredUptime(Session session) {
    List<Double> declared = session.contains(DECLARED) ? session.getList(DECLARED) : List.of();
    return declared.stream().mapToDouble(Double::doubleValue).average().stream()
        .mapToObj(Metric.Sample::floor)
        .findFirst();
  }
}
