package loadgate;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.gates.MeasuredSimulation;
import loadgate.history.Regression;
import loadgate.load.LoadPlan;
import loadgate.metrics.TimerLag;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import loadgate.run.GatedRun;
import loadgate.run.MaxThroughput;
import loadgate.run.OwnRun;
import loadgate.run.RunMonitor;
import loadgate.run.SampleForecast;
import loadgate.run.StartupBanner;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.GatlingArguments;
import loadgate.settings.Settings;

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
 * groups by their path. What the user must fix before a run ends the process with exit code 1 and
 * one line on the console, before any load is sent.
 */
public final class Gated {

  private final Gates gates;
  private final GatedRun run;

  private Gated(Class<?> simulation) {
    try {
      Path results = GatlingArguments.ofProcess().results();
      Settings settings =
          Settings.loadPlain(UserTypeCatalog.names(UserType.class), simulation.getSimpleName());
      gates =
          Gates.of(
              settings.gates(),
              Regression.limits(settings, results, simulation.getName(), Map.of()),
              settings.userTypes().keySet(),
              List.of(MeasuredSimulation.SIMULATION),
              List.of(MeasuredSimulation.SIMULATION.name()),
              settings.inconclusivePasses());
      gates.refuseStages();
      gates.refuseNothingJudged();
      Optional<URI> baseUrl = settings.target().baseUrl();
      TimerLag lag = new TimerLag();
      lag.watchOwn();
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
      run =
          new GatedRun(
              settings, gates, monitor, new OwnRun(results, simulation.getName()), banner.told());
      System.out.println(banner.text());
      run.begin();
    } catch (SettingsException e) {
      throw GatedRun.refuse(e);
    }
  }

  /** For a simulation of Gatling's Java or Kotlin API. */
  public static Gated of(Simulation simulation) {
    return new Gated(simulation.getClass());
  }

  /** For a simulation of Gatling's Scala API, by its class. */
  public static Gated of(Class<?> simulation) {
    return new Gated(simulation);
  }

  /**
   * What the simulation asserts: the gates, and what it states itself, which has to be handed over
   * here because Gatling keeps only what it is told last.
   */
  public List<Assertion> assertions(Assertion... own) {
    List<Assertion> all = new ArrayList<>(List.of(own));
    all.addAll(gates.assertions());
    return all;
  }

  /**
   * Completes the log and writes the record of the run, when its load is over.
   *
   * @throws IllegalStateException when the run does not assert its gates, so that it could not be
   *     red
   */
  public void close() {
    if (!run.isAsserted()) {
      throw new IllegalStateException(
          "the gates are not among the assertions of the run, so it fails; say"
              + " setUp(...).assertions(gated.assertions()), once, with assertions of your own"
              + " inside the brackets");
    }
    run.end(List.of());
  }
}
