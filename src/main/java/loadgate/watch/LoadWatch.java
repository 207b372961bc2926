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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.SampleLog;

/**
 * Watches a load for what Gatling counts nowhere: what was never sent, what users went through, and
 * what was left when the load ended. Scenarios are built with a log of requests and with protocols
 * that tell it.
 */
public final class LoadWatch {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  /** Shorter than any think time that is meant. */
  private static final Duration LEAST_IDLE = Duration.ofSeconds(5);

  private final Settings settings;
  private final Runnable opened;
  private final Users users = new Users();
  private final Map<String, Outcomes> outcomes = new ConcurrentHashMap<>();
  private final AtomicLong came = new AtomicLong();
  private volatile long firstCameNanos;
  private volatile Optional<Stop> stop = Optional.empty();
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
      loadgate.metrics.TimerLag lag) {}

  /** What of Gatling is made once for all users of a simulation. */
  private record Watched(
      CoreComponents core,
      WatchedStatsEngine engine,
      WatchedProtocols protocols,
      Exchanges exchanges,
      ActionFailures actions,
      ActorRef<Controller.Command> controller) {}

  /**
   * The end that a simulation asked for.
   *
   * @param afterNanos since the first user came
   */
  private record Stop(String message, long afterNanos) {}

  /**
   * @param opened is run once Gatling has opened the log of the run, before any user comes
   */
  public LoadWatch(Settings settings, Runnable opened) {
    this.settings = settings;
    this.opened = opened;
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
            this::stopped);
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
    if (came.getAndIncrement() == 0) {
      firstCameNanos = System.nanoTime();
    }
    watched.engine().userCame(user);
  }

  private void stopped(String message) {
    if (stop.isEmpty()) {
      stop = Optional.of(new Stop(message, System.nanoTime() - firstCameNanos));
    }
  }

  /**
   * Ends the load before its time: when all users have left, or at the latest after the time given.
   */
  public void endLoad(Duration limit) throws InterruptedException {
    Instant deadline = Instant.now().plus(limit);
    while (!users.present().isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
    if (watched != null) {
      watched
          .controller()
          .$bang(new Controller$Command$StopLoadGenerator("this process is told to end", false));
    }
  }

  /**
   * The load is over; has to be called once.
   *
   * @param asked how long it should have lasted at least
   * @param unansweredAfter how long a request may be under way at the end without counting as
   *     failed
   */
  public LoadEnd end(Duration asked, Duration unansweredAfter) {
    if (watched == null || came.get() == 0) {
      return LoadEnd.UNKNOWN;
    }
    long nowMillis = System.currentTimeMillis();
    List<Exchange> open = watched.exchanges().open();
    List<LoadEnd.Unanswered> unanswered =
        open.stream()
            .map(x -> new LoadEnd.Unanswered(x.groups(), x.name(), x.startMillis(), nowMillis))
            .filter(request -> request.millis() > unansweredAfter.toMillis())
            .toList();
    Duration lasted = Duration.ofNanos(System.nanoTime() - firstCameNanos);
    LeftUsers left = LeftUsers.of(users.present(), open, lasted, LEAST_IDLE);
    open.forEach(
        exchange ->
            exchange
                .user()
                .ifPresent(
                    user ->
                        outcomesOf(user.scenario()).waited(nowMillis - exchange.startMillis())));
    left.all()
        .forEach(
            user ->
                outcomesOf(user.scenario())
                    .userGone(user, !settings.ofUserTypes() && !left.stuck().contains(user)));
    Map<String, List<DerivedMetric>> metrics =
        outcomes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, all -> metrics(all.getValue(), lasted)));
    return new LoadEnd(
        metrics, unanswered, brokenOff(asked), left.text(came.get(), open, nowMillis));
  }

  private List<DerivedMetric> metrics(Outcomes group, Duration load) {
    return settings.ofUserTypes() ? group.metrics() : group.metricsOfSimulation(load);
  }

  private Optional<String> brokenOff(Duration asked) {
    return stop.filter(ended -> ended.afterNanos() < 0.9 * asked.toNanos())
        .map(
            ended ->
                "the simulation stopped its load after %s of %s s: %s"
                    .formatted(
                        Duration.ofNanos(ended.afterNanos()).toSeconds(),
                        asked.toSeconds(),
                        ended.message()));
  }

  private Outcomes outcomesOf(String scenario) {
    return outcomes.computeIfAbsent(settings.group().apply(scenario), name -> new Outcomes());
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
    Function<String, Outcomes> byScenario = this::outcomesOf;
    Exchanges exchanges = new Exchanges(users, byScenario);
    WatchedStatsEngine engine =
        new WatchedStatsEngine(
            gatling.statsEngine(),
            SampleLog.of(gatling),
            settings.ofUserTypes(),
            users,
            byScenario);
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
