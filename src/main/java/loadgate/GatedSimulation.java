package loadgate;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.gates.Gates;
import loadgate.history.HistoryFile;
import loadgate.history.Regression;
import loadgate.load.Injection;
import loadgate.load.LoadPlan;
import loadgate.load.UserTypeLoad;
import loadgate.metrics.SentOnce;
import loadgate.metrics.TimerLag;
import loadgate.metrics.UserWatch;
import loadgate.model.SettingsException;
import loadgate.model.UserTypeName;
import loadgate.run.AfterRun;
import loadgate.run.BuildTool;
import loadgate.run.Conclusion;
import loadgate.run.LostRecords;
import loadgate.run.MaxThroughput;
import loadgate.run.OwnRun;
import loadgate.run.RunMonitor;
import loadgate.run.SampleForecast;
import loadgate.run.StartupBanner;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.KnownNames;
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
  private final List<SimulatedUserType> present;
  private final URI baseUrl;

  private final LostRecords lost = LostRecords.watch();
  private final RunMonitor monitor;
  private final OwnRun ownRun;
  private final Map<String, String> told;

  private volatile boolean loadOver;

  /** The user types, which are the objects that run, in the order in which tables list them. */
  @SuppressWarnings("this-escape")
  protected GatedSimulation(UserType... userTypes) {
    try {
      settings = Settings.load(knownNames(getClass(), userTypes), getClass().getSimpleName());
      List<SimulatedUserType> simulated = SimulatedUserType.of(userTypes, settings.userTypes());
      plan = LoadPlan.of(settings.profile(), simulated.stream().map(t -> t.name().name()).toList());
      gates =
          Gates.of(
              settings.gates(),
              Regression.limits(settings, getClass().getName(), groups(simulated)),
              settings.userTypes().keySet(),
              simulated.stream().map(SimulatedUserType::measured).toList(),
              plan.userTypes(),
              settings.inconclusivePasses());
      Map<String, MaxThroughput.Pace> paces =
          simulated.stream()
              .collect(Collectors.toMap(t -> t.name().name(), SimulatedUserType::pace));
      MaxThroughput maxThroughput = MaxThroughput.of(plan, paces);
      maxThroughput.check(gates, plan);
      baseUrl =
          settings.target().baseUrl().orElseGet(() -> ReferenceBackend.start(settings.backend()));
      TimerLag lag = new TimerLag();
      monitor = new RunMonitor(settings.monitor(), baseUrl, lag::takeMeanMillis);
      ownRun = new OwnRun(settings.results(), getClass().getName());
      present = simulated.stream().filter(t -> plan.userTypes().contains(t.name().name())).toList();
      StartupBanner banner =
          new StartupBanner(
              getClass(),
              settings,
              baseUrl,
              plan,
              maxThroughput,
              new SampleForecast(plan, paces),
              monitor.text(),
              gates);
      told = banner.told();
      System.out.println(banner.text());
      HttpProtocolBuilder protocol = protocol();
      UserWatch watch = new UserWatch(protocol, this::refuse, lag, ownRun::logOpened);
      setUp(present.stream().map(type -> population(type, watch)).toList())
          .protocols(protocol)
          .assertions(gates.assertions())
          .maxDuration(longest().plus(settings.leaveTimeout()));
    } catch (SettingsException | TargetException e) {
      throw refuse(e);
    }
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
    KnownNames project = UserTypeCatalog.names(UserType.class, GatedSimulation.class);
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
      // User types that are like one another may share their object.
      Set<UserType> types = Collections.newSetFromMap(new IdentityHashMap<>());
      present.stream()
          .map(SimulatedUserType::type)
          .filter(types::add)
          .forEach(type -> type.prepare(target));
      ownRun.ready();
      monitor.start(ownRun);
      Runtime.getRuntime().addShutdownHook(new Thread(this::breakOff));
      BuildTool.endWithIt();
    } catch (TargetException e) {
      throw refuse(e);
    }
  }

  /** Gatling would drop report and assertions if this threw. */
  @Override
  public final void after() {
    loadOver = true;
    try {
      monitor.stop();
      Target target = target(PREPARE_LIMIT);
      afterRun(present.stream().map(type -> type.conclusion(target)).toList()).finish();
    } catch (RuntimeException | Error e) {
      System.err.println("loadgate: no verdict and no record, so the run fails: " + e);
    }
  }

  /** When this process is told to end, Gatling ends at once and says nothing of the run. */
  private void breakOff() {
    if (!loadOver) {
      System.err.println("loadgate: the run was broken off");
      afterRun(List.of()).breakOff();
    }
  }

  private AfterRun afterRun(List<Conclusion> conclusions) {
    return new AfterRun(
        settings,
        plan.profile(),
        gates,
        conclusions,
        new HistoryFile(settings.results()),
        lost,
        monitor,
        ownRun,
        told);
  }

  private Target target(Duration limit) {
    return new Target(baseUrl, settings.target().trustAnyCertificate(), limit);
  }

  private HttpProtocolBuilder protocol() {
    // Warmed up, because the first request of a JVM costs a quarter of a second of class loading.
    // No redirects, which could lead the load to a host that is not allowed. No cache of the
    // client's own, which would be measured instead of the target. Whatever else a request checks,
    // an answer that says it is JSON has to be.
    HttpProtocolBuilder protocol =
        http.baseUrl(baseUrl.toString())
            .warmUp(baseUrl.toString())
            .acceptHeader("application/json")
            .userAgentHeader("loadgate")
            .disableFollowRedirect()
            .disableCaching()
            .checkIf((Response answer, Session session) -> JsonChecks.saysJson(answer))
            .then(JsonChecks.wellFormed());
    return settings.target().repeatLostRequests() ? protocol : protocol.sign(new SentOnce());
  }

  private PopulationBuilder population(SimulatedUserType type, UserWatch watch) {
    UserTypeLoad load =
        plan.loads().stream()
            .filter(candidate -> candidate.userType().equals(type.name().name()))
            .findFirst()
            .orElseThrow();
    return Injection.population(
        plan.model(load), load, type.scenario(settings.target().cacheHeader(), watch));
  }

  private IllegalStateException refuse(RuntimeException mistake) {
    // Gatling would bury the line under a stack trace; there is nothing to clean up yet.
    loadOver = true;
    System.err.println("loadgate: " + mistake.getMessage());
    System.exit(1);
    return new IllegalStateException(mistake);
  }
}
