package loadgate;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.gates.MeasuredSimulation;
import loadgate.gates.MeasuredUserType;
import loadgate.history.Regression;
import loadgate.history.RunOrigin;
import loadgate.load.LoadPlan;
import loadgate.metrics.TimerLag;
import loadgate.metrics.UserTypeMetrics;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import loadgate.run.GatedRun;
import loadgate.run.Libraries;
import loadgate.run.MaxThroughput;
import loadgate.run.OwnRun;
import loadgate.run.RunMonitor;
import loadgate.run.SampleForecast;
import loadgate.run.SimulationTarget;
import loadgate.run.StartupBanner;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.GatlingArguments;
import loadgate.settings.Settings;
import loadgate.target.TargetException;
import loadgate.watch.AllowedHosts;
import loadgate.watch.LoadWatch;
import loadgate.watch.ScenarioWatch;
import loadgate.watch.SimulationSetUp;
import loadgate.watch.SupportedGatling;

/**
 * Gates, record, history and verdict for a Gatling simulation that keeps its own scenarios,
 * injection and protocol:
 *
 * <pre>{@code
 * public class CheckoutSimulation extends Simulation {
 *   private final Gated gated = Gated.of(this);
 *   { setUp(...).protocols(http).assertions(gated.assertions()); }
 *   @Override public void after() { gated.close(); }
 * }
 * }</pre>
 *
 * <p>The gates come from {@code gatling.conf}: on all requests, on requests by their name and on
 * groups by their path. Users and requests are watched for what Gatling counts nowhere. What the
 * user must fix before a run ends the process with exit code 1 and one line on the console, before
 * any load is sent.
 */
public final class Gated {

  private static final MeasuredUserType SIMULATION =
      MeasuredSimulation.with(SimulatedUserType.measured(UserTypeMetrics.OF_SIMULATION.stream()));

  private final Class<?> simulation;
  private final SimulationSetUp setUp;
  private final Settings settings;
  private final SimulationTarget target;

  private Gates gates;
  private LoadWatch load;
  private GatedRun run;

  private Gated(Object simulation) {
    this.simulation = simulation.getClass();
    try {
      SupportedGatling.check().ifPresent(note -> System.out.println("loadgate: " + note));
      setUp = new SimulationSetUp(simulation);
      settings =
          Settings.loadPlain(
              UserTypeCatalog.names(UserType.class), this.simulation.getSimpleName());
      target =
          new SimulationTarget(
              this.simulation.getName(),
              settings,
              new AllowedHosts(settings.target().allowedHosts()));
    } catch (SettingsException e) {
      throw GatedRun.refuse(e);
    } catch (LinkageError e) {
      throw GatedRun.refuse(Libraries.clash(e));
    }
  }

  /** For a simulation of Gatling's Java or Kotlin API. */
  public static Gated of(Simulation simulation) {
    return new Gated(simulation);
  }

  /** For a simulation of Gatling's Scala API. */
  public static Gated of(io.gatling.core.scenario.Simulation simulation) {
    return new Gated(simulation);
  }

  /**
   * What the simulation asserts: the gates, and what it states itself, which has to be handed over
   * here because Gatling keeps only what it is told last. Has to be called on what {@code setUp}
   * returns: the users that are set up there are watched from now on.
   */
  public List<Assertion> assertions(Assertion... own) {
    return assertions(List.of(own));
  }

  /** As {@link #assertions(Assertion...)}. */
  public List<Assertion> assertions(List<Assertion> own) {
    try {
      if (gates == null) {
        prepare();
      }
    } catch (SettingsException e) {
      throw GatedRun.refuse(e);
    } catch (LinkageError e) {
      throw GatedRun.refuse(Libraries.clash(e));
    }
    List<Assertion> all = new ArrayList<>(own);
    all.addAll(gates.assertions());
    return all;
  }

  private void prepare() {
    if (!setUp.isDone()) {
      throw new SettingsException(
          simulation.getName(),
          "asks for the assertions of its gates before it has set up its users; say"
              + " setUp(...).assertions(gated.assertions())");
    }
    target.checked(setUp.baseUrls());
    Path results = GatlingArguments.ofProcess().results();
    RunOrigin origin = RunOrigin.ofOwnLoad(settings, setUp.baseUrls(), setUp.injectionText());
    gates =
        Gates.of(
            settings.gates(),
            Regression.limits(settings, origin, results, simulation.getName(), Map.of()),
            settings.userTypes().keySet(),
            List.of(SIMULATION),
            List.of(SIMULATION.name()),
            settings.inconclusivePasses());
    gates.refuseStages();
    gates.refuseNothingJudged();
    TimerLag lag = new TimerLag();
    load =
        new LoadWatch(
            new LoadWatch.Settings(
                false,
                scenario -> SIMULATION.group(),
                ProtocolGuards.of(settings.target().repeatLostRequests()),
                target.hosts(),
                Optional.empty(),
                lag),
            () -> begin(results, origin, lag));
    new ScenarioWatch(load, GatedRun::refuse).watch(setUp);
  }

  /**
   * Gatling is about to send the load: all protocols are set up by now, and the hook before the
   * load may have started the target.
   */
  private void begin(Path results, RunOrigin origin, TimerLag lag) {
    try {
      Optional<URI> baseUrl = target.checked(setUp.baseUrls());
      target.tryOut(setUp.baseUrls());
      RunMonitor monitor =
          new RunMonitor(settings.monitor(), baseUrl, lag::takeMeanMillis, InjectorShare.WHOLE);
      LoadPlan plan = LoadPlan.of(settings.profile(), List.of());
      StartupBanner banner =
          new StartupBanner(
              simulation,
              settings,
              baseUrl,
              plan,
              MaxThroughput.of(plan, Map.of()),
              new SampleForecast(plan, Map.of()),
              monitor.text(),
              gates);
      OwnRun ownRun = new OwnRun(results, simulation.getName());
      run = new GatedRun(settings, origin, gates, monitor, ownRun, banner.told());
      System.out.println(banner.text());
      run.begin();
      ownRun.logOpened();
    } catch (SettingsException | TargetException e) {
      throw GatedRun.refuse(e);
    }
  }

  /**
   * Completes the log and writes the record of the run, when its load is over.
   *
   * @throws IllegalStateException when the run does not assert its gates, so that it could not be
   *     red
   */
  public void close() {
    if (run == null || !run.isAsserted()) {
      throw new IllegalStateException(
          "the gates are not among the assertions of the run, so it fails; say"
              + " setUp(...).assertions(gated.assertions()), once, with assertions of your own"
              + " inside the brackets");
    }
    Duration asked = setUp.maxDuration().orElseGet(setUp::injection);
    run.end(load.end(asked, settings.unansweredAfter()), List.of());
  }
}
