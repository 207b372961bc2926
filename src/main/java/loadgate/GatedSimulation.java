package loadgate;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.gates.Gates;
import loadgate.history.Regression;
import loadgate.history.RunOrigin;
import loadgate.load.Injection;
import loadgate.load.LoadPlan;
import loadgate.load.UserTypeLoad;
import loadgate.metrics.TimerLag;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import loadgate.model.UserTypeName;
import loadgate.run.GatedRun;
import loadgate.run.Libraries;
import loadgate.run.MaxThroughput;
import loadgate.run.OwnRun;
import loadgate.run.Preflight;
import loadgate.run.RunMonitor;
import loadgate.run.SampleForecast;
import loadgate.run.StartupBanner;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.GatlingArguments;
import loadgate.settings.KnownNames;
import loadgate.settings.Settings;
import loadgate.target.ReferenceBackend;
import loadgate.target.Target;
import loadgate.target.TargetException;
import loadgate.watch.AllowedHosts;
import loadgate.watch.BaseUrls;
import loadgate.watch.JsonContentType;
import loadgate.watch.LoadEnd;
import loadgate.watch.LoadWatch;
import loadgate.watch.SupportedGatling;
import loadgate.watch.UserWatch;

/**
 * A simulation whose targets are gates. A subclass names its user types; load, target and gates
 * come from the settings. What the user must fix before a run ends the process with exit code 1 and
 * one line on the console, before any load is sent.
 */
public abstract class GatedSimulation extends Simulation {

  private static final Duration PREFLIGHT_LIMIT = Duration.ofSeconds(10);
  private static final Duration PREPARE_LIMIT = Duration.ofSeconds(60);

  private final Settings settings;
  private final InjectorShare share;
  private final LoadPlan plan;
  private final Gates gates;
  private final List<SimulatedUserType> present;
  private final URI baseUrl;

  private final GatedRun run;
  private final LoadWatch loadWatch;
  private final UserWatch watch;

  /** The user types, which are the objects that run, in the order in which tables list them. */
  @SuppressWarnings("this-escape")
  protected GatedSimulation(UserType... userTypes) {
    try {
      SupportedGatling.check().ifPresent(note -> System.out.println("loadgate: " + note));
      Path results = GatlingArguments.ofProcess().results();
      settings = Settings.load(knownNames(getClass(), userTypes), getClass().getSimpleName());
      share = settings.injector().share();
      List<SimulatedUserType> simulated = SimulatedUserType.of(userTypes, settings.userTypes());
      plan = LoadPlan.of(settings.profile(), simulated.stream().map(t -> t.name().name()).toList());
      RunOrigin origin = RunOrigin.of(settings);
      gates =
          Gates.of(
              settings.gates(),
              Regression.limits(settings, origin, results, getClass().getName(), groups(simulated)),
              settings.userTypes().keySet(),
              simulated.stream().map(SimulatedUserType::measured).toList(),
              plan.userTypes(),
              settings.inconclusivePasses());
      gates.refuseNothingJudged();
      Map<String, MaxThroughput.Pace> paces =
          simulated.stream()
              .collect(Collectors.toMap(t -> t.name().name(), SimulatedUserType::pace));
      MaxThroughput maxThroughput = MaxThroughput.of(plan, paces);
      maxThroughput.check(gates, plan);
      baseUrl = settings.target().baseUrl().orElseGet(this::referenceBackend);
      TimerLag lag = new TimerLag();
      RunMonitor monitor =
          new RunMonitor(settings.monitor(), Optional.of(baseUrl), lag::takeMeanMillis, share);
      OwnRun ownRun = new OwnRun(results, getClass().getName());
      present = simulated.stream().filter(t -> plan.userTypes().contains(t.name().name())).toList();
      StartupBanner banner =
          new StartupBanner(
              getClass(),
              settings,
              Optional.of(baseUrl),
              plan,
              maxThroughput,
              new SampleForecast(plan, paces),
              monitor.text(),
              gates);
      run = new GatedRun(settings, origin, gates, monitor, ownRun, banner.told());
      System.out.println(banner.text());
      HttpProtocolBuilder protocol = checkedProtocol();
      loadWatch =
          new LoadWatch(
              new LoadWatch.Settings(
                  true,
                  UnaryOperator.identity(),
                  ProtocolGuards.of(settings.target().repeatLostRequests()),
                  new AllowedHosts(settings.target().allowedHosts()),
                  Optional.of(settings.requestTimeout()),
                  lag),
              ownRun::logOpened);
      watch = new UserWatch(loadWatch, run::refused, share);
      setUp(present.stream().map(this::population).toList())
          .protocols(protocol)
          .assertions(gates.assertions())
          .maxDuration(longest().plus(settings.leaveTimeout()));
    } catch (SettingsException | TargetException e) {
      throw GatedRun.refuse(e);
    } catch (LinkageError e) {
      throw GatedRun.refuse(Libraries.clash(e));
    }
  }

  private URI referenceBackend() {
    return ReferenceBackend.start(
        settings
            .backend()
            .orElseThrow(
                () ->
                    new SettingsException(
                        "loadgate.target.base-url",
                        "is not set, and this project has no reference backend"
                            + " (loadgate.backend.main-class); set it, or"
                            + " -DbaseUrl=http://host:port")));
  }

  /** The names in the report of the user types at work, by those in the settings. */
  private Map<String, String> groups(List<SimulatedUserType> simulated) {
    Map<String, String> groups = new LinkedHashMap<>();
    simulated.stream()
        .filter(type -> plan.userTypes().contains(type.name().name()))
        .forEach(type -> groups.put(type.name().name(), type.measured().group()));
    return groups;
  }

  /** What the project has, and the user types of this simulation wherever they come from. */
  private static KnownNames knownNames(Class<?> running, UserType... userTypes) {
    KnownNames project = UserTypeCatalog.names(UserType.class);
    UserTypeCatalog.check(project, running);
    Set<String> names = new TreeSet<>(project.userTypes());
    Stream.of(userTypes).forEach(type -> names.add(UserTypeName.of(type.getClass()).name()));
    return new KnownNames(names, project.simulations());
  }

  private Duration longest() {
    Duration load = plan.profile().duration();
    return present.stream()
        .map(type -> type.longest(load))
        .reduce(load, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** Tries the target and lets the user types prepare it, then waits for the other injectors. */
  @Override
  public final void before() {
    try {
      if (share.isFirst()) {
        prepare();
      }
      run.begin(loadWatch);
    } catch (SettingsException | TargetException e) {
      throw run.refused(e);
    }
  }

  private void prepare() {
    if (settings.preflight().enabled()) {
      Target target = target(PREFLIGHT_LIMIT);
      Preflight.of(settings.preflight(), baseUrl).tryOut(target).ifPresent(System.out::println);
      present.forEach(type -> type.preflight(target));
    }
    Target target = target(PREPARE_LIMIT);
    // User types that are like one another may share their object.
    Set<UserType> types = Collections.newSetFromMap(new IdentityHashMap<>());
    present.stream()
        .map(SimulatedUserType::type)
        .filter(types::add)
        .forEach(type -> type.prepare(target));
  }

  /** Gatling would drop report and assertions if this threw. */
  @Override
  public final void after() {
    LoadEnd end = loadWatch.end(plan.profile().duration(), settings.unansweredAfter());
    Target target = target(PREPARE_LIMIT);
    run.end(
        end,
        present.stream()
            .filter(type -> plan.peak(load(type), share) > 0)
            .map(type -> type.conclusion(target))
            .toList());
  }

  private Target target(Duration limit) {
    return new Target(baseUrl, settings.target().trustAnyCertificate(), limit);
  }

  /**
   * The protocol of all requests: headers, HTTP/2, a proxy or client certificates go here. It is
   * called before the fields of a subclass have their values.
   *
   * @param defaults what loadgate sets: the base URL, a warm-up, no redirects, no cache of the
   *     client's own, and {@code Content-Type: application/json} of bodies in JSON that have none.
   *     Whatever is returned, an answer which says it is JSON has to be, and no lost request is
   *     sent again.
   */
  protected HttpProtocolBuilder protocol(HttpProtocolBuilder defaults) {
    return defaults;
  }

  private HttpProtocolBuilder checkedProtocol() {
    HttpProtocolBuilder protocol = protocol(defaultProtocol());
    List<String> hosts = BaseUrls.of(protocol);
    if (!hosts.equals(List.of(baseUrl.toString()))) {
      throw new SettingsException(
          getClass().getName() + ".protocol",
          "has the base URL %s; only loadgate.target.base-url (%s) sets it"
              .formatted(String.join(", ", hosts), baseUrl));
    }
    return protocol;
  }

  private HttpProtocolBuilder defaultProtocol() {
    // Warmed up, because the first request of a JVM costs a quarter of a second of class loading.
    // No redirects, which could lead the load to a host that is not allowed. No cache of the
    // client's own, which would be measured instead of the target.
    return http.baseUrl(baseUrl.toString())
        .warmUp(baseUrl.toString())
        .acceptHeader("application/json")
        .userAgentHeader("loadgate")
        .disableFollowRedirect()
        .disableCaching()
        .sign(new JsonContentType());
  }

  private PopulationBuilder population(SimulatedUserType type) {
    UserTypeLoad load = load(type);
    return new Injection(share, run::isToldToEnd)
        .population(
            plan, load, type.scenario(settings.target().cacheHeader(), plan.model(load), watch));
  }

  private UserTypeLoad load(SimulatedUserType type) {
    return plan.loads().stream()
        .filter(candidate -> candidate.userType().equals(type.name().name()))
        .findFirst()
        .orElseThrow();
  }
}
