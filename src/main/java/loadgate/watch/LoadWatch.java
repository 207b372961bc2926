package loadgate.watch;

import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import loadgate.metrics.SampleLog;
import loadgate.metrics.TimerLag;

/**
 * Watches a load for what Gatling counts nowhere: what was never sent, what users went through, and
 * what was left when the load ended. Scenarios are built with a log of requests and with protocols
 * that tell it.
 */
public final class LoadWatch {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private final Settings settings;
  private final Runnable opened;
  private final LoadCourse course;
  private volatile Watched watched;

  /**
   * How a load is watched.
   *
   * @param ofUserTypes whether scenarios are user types, each of which is a group of its own
   * @param group that outcomes of a scenario are recorded in
   * @param guards adds to the HTTP protocol what all requests are to have
   * @param requestTimeout of HTTP requests; empty for that of Gatling's settings
   * @param lag watches the timers that the users share
   */
  public record Settings(
      boolean ofUserTypes,
      UnaryOperator<String> group,
      UnaryOperator<HttpProtocolBuilder> guards,
      AllowedHosts hosts,
      Optional<Duration> requestTimeout,
      TimerLag lag) {}

  /** What of Gatling is made once for all users of a simulation. */
  private record Watched(
      CoreComponents core,
      WatchedStatsEngine engine,
      WatchedProtocols protocols,
      Exchanges exchanges,
      ActionFailures actions,
      ActorRef<Controller.Command> controller) {}

  /**
   * @param opened is run once Gatling has opened the log of the run, before any user comes
   */
  public LoadWatch(Settings settings, Runnable opened) {
    this.settings = settings;
    this.opened = opened;
    this.course = new LoadCourse(settings.ofUserTypes(), settings.group());
  }

  /**
   * A part of a scenario as Gatling is to build it.
   *
   * @param engine that it is built with
   * @param context that its actions are built in
   * @param protocols of its users
   */
  record Built(
      WatchedStatsEngine engine, ScenarioContext context, ProtocolComponentsRegistry protocols) {}

  /** The place of a scenario's actions, in place of the one that Gatling has. */
  Built in(ScenarioContext gatling, String scenario) {
    Watched own = watched(gatling.coreComponents());
    var controller =
        new Feeders.Endings(
            gatling.coreComponents().controller(),
            why -> own.engine().actionFailed(scenario, why),
            course::stopped);
    var protocols = own.protocols().of(gatling.protocolComponentsRegistry());
    return new Built(
        own.engine(),
        new ScenarioContext(
            with(own.engine(), controller, own.core()),
            protocols,
            gatling.pauseType(),
            gatling.throttled()),
        protocols);
  }

  WatchedStatsEngine engine(ScenarioContext gatling) {
    return watched(gatling.coreComponents()).engine();
  }

  /** Builds actions whose failures count for the scenario. */
  Action built(String scenario, Supplier<Action> actions) {
    return watched.actions().built(scenario, actions);
  }

  void came(WatchedUser user) {
    course.userCame();
    watched.engine().userCame(user);
  }

  /**
   * Ends the load before its time: when all users have left, or at the latest after the time given.
   */
  public void endLoad(Duration limit) throws InterruptedException {
    Instant deadline = Instant.now().plus(limit);
    while (!course.users().present().isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
    if (watched != null) {
      watched
          .controller()
          .$bang(new Controller$Command$StopLoadGenerator("this process is told to end", false));
    }
  }

  /**
   * Whether a check sees another answer than the target sent, because the simulation changed it.
   */
  public static boolean isAnswerTransformed() {
    return Exchanges.isTransformed();
  }

  /**
   * The load is over; has to be called once.
   *
   * @param asked how long it should have lasted at least
   * @param unansweredAfter how long a request may be under way at the end without counting as
   *     failed
   */
  public LoadEnd end(Duration asked, Duration unansweredAfter) {
    return watched == null
        ? LoadEnd.UNKNOWN
        : course.end(watched.exchanges().open(), asked, unansweredAfter);
  }

  private Watched watched(CoreComponents gatling) {
    if (watched == null) {
      watched = watch(gatling);
      settings.lag().watch(gatling.eventLoopGroup());
      opened.run();
    }
    return watched;
  }

  private Watched watch(CoreComponents gatling) {
    Exchanges exchanges = new Exchanges(course.users(), course::outcomes);
    WatchedStatsEngine engine =
        new WatchedStatsEngine(
            gatling.statsEngine(),
            SampleLog.of(gatling),
            settings.ofUserTypes(),
            course.users(),
            course::outcomes);
    ActionFailures actions = new ActionFailures(engine::actionFailed);
    actions.listen();
    CoreComponents core = with(engine, gatling.controller(), gatling);
    return new Watched(
        core,
        engine,
        new WatchedProtocols(core, exchanges, settings.hosts(), settings.guards()),
        exchanges,
        actions,
        gatling.controller());
  }

  private CoreComponents with(
      StatsEngine engine, ActorRef<Controller.Command> controller, CoreComponents gatling) {
    return new CoreComponents(
        gatling.actorSystem(),
        gatling.eventLoopGroup(),
        controller,
        gatling.throttler(),
        engine,
        gatling.clock(),
        gatling.exit(),
        settings
            .requestTimeout()
            .map(timeout -> RequestTimeout.in(gatling.configuration(), timeout))
            .orElse(gatling.configuration()));
  }

  /** A user that leaves, whether or not it got to its end. */
  void left(Session user, ProtocolComponentsRegistry protocols) {
    watched.engine().partEnded(user, "what it did last");
    watched.engine().userLeft(user.scenario());
    protocols.onExit().apply(user);
  }
}
