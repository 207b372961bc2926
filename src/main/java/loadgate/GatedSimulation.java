package loadgate;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loadgate.gates.Gates;
import loadgate.gates.MeasuredUserType;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.load.Injection;
import loadgate.load.LoadPlan;
import loadgate.load.UserScenario;
import loadgate.load.UserTypeLoad;
import loadgate.metrics.CacheMetrics;
import loadgate.model.SettingsException;
import loadgate.run.AfterRun;
import loadgate.run.MaxThroughput;
import loadgate.run.StartupBanner;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import loadgate.target.ReferenceBackend;
import loadgate.target.Target;
import loadgate.target.TargetException;

/**
 * A simulation whose targets are gates. A subclass names its user types; load, target and gates
 * come from the settings. What the user must fix before a run ends the process with exit code 1 and
 * one line on the console, before any load is sent.
 */
public abstract class GatedSimulation extends Simulation {

  private static final Duration PREFLIGHT_LIMIT = Duration.ofSeconds(10);
  private static final Duration PREPARE_LIMIT = Duration.ofSeconds(60);

  private final Settings settings;
  private final LoadPlan plan;
  private final Gates gates;
  private final List<UserType> present;
  private final URI baseUrl;

  private Instant ready = Instant.MAX;

  /** The user types in the order in which the settings' tables list them. */
  @SuppressWarnings("this-escape")
  protected GatedSimulation(UserType... userTypes) {
    try {
      UserTypeCatalog neighbourhood = UserTypeCatalog.of(getClass());
      settings = Settings.load(neighbourhood.project(), getClass().getSimpleName());
      Map<String, UserType> known = new LinkedHashMap<>(neighbourhood.userTypes());
      known.replaceAll((name, type) -> type.configured(settings.options().get(name)));
      List<String> names = Stream.of(userTypes).map(UserType::name).toList();
      plan = LoadPlan.of(settings.profile(), names);
      gates = Gates.of(settings.gates(), measured(known), names, plan.userTypes());
      MaxThroughput ceiling = MaxThroughput.of(plan, known);
      ceiling.check(gates, plan);
      baseUrl =
          settings.target().baseUrl().orElseGet(() -> ReferenceBackend.start(settings.backend()));
      present = names.stream().filter(plan.userTypes()::contains).map(known::get).toList();
      System.out.println(
          new StartupBanner(getClass(), settings, baseUrl, plan, ceiling, gates).text());
      setUp(populations())
          .protocols(protocol())
          .assertions(gates.assertions())
          .maxDuration(longest().plus(settings.leaveTimeout()));
    } catch (SettingsException | TargetException e) {
      throw refuse(e);
    }
  }

  private Duration longest() {
    Duration load = plan.profile().duration();
    return present.stream()
        .map(type -> type.once() ? type.longestIteration() : load.plus(type.longestIteration()))
        .reduce(load, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** Tries the target and lets the user types prepare it. */
  @Override
  public final void before() {
    try {
      if (settings.preflight()) {
        Target target = target(PREFLIGHT_LIMIT);
        target.get("/");
        present.forEach(type -> type.preflight(target));
      }
      Target target = target(PREPARE_LIMIT);
      present.forEach(type -> type.prepare(target));
      ready = Instant.now();
    } catch (TargetException e) {
      throw refuse(e);
    }
  }

  /** Gatling would drop report and assertions if this threw. */
  @Override
  public final void after() {
    new AfterRun(settings, plan.profile(), gates, present, target(PREPARE_LIMIT))
        .close(getClass().getName(), ready);
  }

  private Target target(Duration limit) {
    return new Target(baseUrl, settings.target().trustAnyCertificate(), limit);
  }

  private HttpProtocolBuilder protocol() {
    // Warmed up, because the first request of a JVM costs a quarter of a second of class loading.
    // No redirects, which could lead the load to a host that nobody allowed. No cache of the
    // client's own, which would be measured instead of the target.
    return http.baseUrl(baseUrl.toString())
        .warmUp(baseUrl.toString())
        .acceptHeader("application/json")
        .userAgentHeader("loadgate")
        .disableFollowRedirect()
        .disableCaching();
  }

  private List<PopulationBuilder> populations() {
    return present.stream()
        .map(type -> Injection.population(plan.model(load(type)), load(type), behaviour(type)))
        .toList();
  }

  private UserScenario behaviour(UserType type) {
    return new UserScenario(
        type.title(),
        exec(CacheMetrics.readFrom(settings.target().cacheHeader())).exec(type.start()),
        type.iterate(),
        type.stop(),
        type.thinkTime()::after,
        type.once());
  }

  private UserTypeLoad load(UserType type) {
    return plan.loads().stream()
        .filter(load -> load.userType().equals(type.name()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, MeasuredUserType> measured(Map<String, UserType> known) {
    Map<String, MeasuredUserType> measured = new LinkedHashMap<>();
    known.forEach(
        (name, type) ->
            measured.put(
                name,
                new MeasuredUserType(
                    name,
                    type.title(),
                    type.metrics().stream()
                        .map(
                            metric ->
                                new MeasuredMetric(metric.name(), metric.title(), metric.unit()))
                        .toList())));
    return measured;
  }

  private static IllegalStateException refuse(RuntimeException mistake) {
    // Gatling would bury the line under a stack trace; there is nothing to clean up yet.
    System.err.println("loadgate: " + mistake.getMessage());
    System.exit(1);
    return new IllegalStateException(mistake);
  }
}
