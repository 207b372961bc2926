package loadgate.metrics;

import io.gatling.commons.validation.Success;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.SessionHookBuilder;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponentsRegistries;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Watches the users of a simulation for what Gatling counts nowhere, and records it as {@link
 * UserTypeMetrics}. The chains of user types are built with a log of requests that counts it, which
 * takes components of Gatling's protocols that have that log.
 */
public final class UserWatch {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private final ProtocolBuilder protocol;
  private final Consumer<SettingsException> refusal;
  private final TimerLag lag;
  private final Runnable logOpened;
  private final InjectorShare share;
  private final AtomicInteger present = new AtomicInteger();
  private volatile Watched watched;

  /**
   * @param protocol of all requests
   * @param refusal ends the run before the load when a feeder is empty
   * @param lag watches the timers that the users share
   * @param logOpened is run once Gatling has opened the log of the run
   * @param share of this injector, which has its own rows of feeders and its own users' ids
   */
  public UserWatch(
      ProtocolBuilder protocol,
      Consumer<SettingsException> refusal,
      TimerLag lag,
      Runnable logOpened,
      InjectorShare share) {
    this.protocol = protocol;
    this.refusal = refusal;
    this.lag = lag;
    this.logOpened = logOpened;
    this.share = share;
  }

  /** What of Gatling is made once for all users of a simulation. */
  private record Watched(
      WatchedStatsEngine engine,
      ProtocolComponentsRegistry protocols,
      ActionFailures actions,
      ActorRef<Controller.Command> controller) {

    ScenarioContext in(ScenarioContext gatling, String title) {
      CoreComponents core = gatling.coreComponents();
      return new ScenarioContext(
          with(
              engine,
              new Feeders.Endings(core.controller(), why -> engine.actionFailed(title, why)),
              core),
          protocols,
          gatling.pauseType(),
          gatling.throttled());
    }
  }

  /**
   * What a user does first of all: it enters the group of its type, which it never leaves. Every
   * request that it sends is recorded in that group, and Gatling records no execution of the group
   * itself.
   */
  public ActionBuilder coming(String title) {
    return hook(
        (engine, user) -> {
          engine.userCame(title);
          return watched.protocols().onStart().apply(known(user, title, engine));
        });
  }

  private Session known(Session user, String title, WatchedStatsEngine engine) {
    present.incrementAndGet();
    return user.copy(
            new String(title),
            user.userId() * share.count() + share.index(),
            user.attributes(),
            user.baseStatus(),
            user.blockStack(),
            leaving -> left(leaving, engine),
            user.eventLoop())
        .enterGroup(title, System.currentTimeMillis());
  }

  /** Also of users whose own chain ends in the middle, by {@code exitHereIfFailed} for example. */
  private BoxedUnit left(Session user, WatchedStatsEngine engine) {
    present.decrementAndGet();
    engine.partEnded(user, "what it did last");
    watched.protocols().onExit().apply(user);
    return BoxedUnit.UNIT;
  }

  /** What a user does once when it comes; that it got through is recorded. */
  public ActionBuilder start(String title, ChainBuilder start) {
    return part(
        title,
        start,
        (engine, user) -> {
          engine.partEnded(user, "start");
          if (!user.isFailed()) {
            engine.userStarted(title);
          }
          return RatedRequest.forget(user);
        });
  }

  /** What a user does again and again. */
  public ActionBuilder iteration(String title, ChainBuilder iteration) {
    return part(title, iteration, (engine, user) -> ended(engine, user, "iteration"));
  }

  /** What a user does once before it leaves. */
  public ActionBuilder stop(String title, ChainBuilder stop) {
    return part(title, stop, (engine, user) -> ended(engine, user, "stop"));
  }

  /** Whatever failed was counted where it failed; the user itself goes on. */
  private static Session ended(WatchedStatsEngine engine, Session user, String part) {
    engine.partEnded(user, part);
    return RatedRequest.forget(user).markAsSucceeded();
  }

  private ActionBuilder part(
      String title,
      ChainBuilder chain,
      BiFunction<WatchedStatsEngine, Session, Session> whenEnded) {
    return () ->
        (context, next) -> {
          Watched own = watched(context);
          ScenarioContext inside = own.in(context, title);
          Action end = hook(whenEnded).asScala().build(context, next);
          if (!share.isWhole()) {
            Feeders.shuffleAlike();
          }
          Action first = own.actions().built(title, () -> chain.wrapped.build(inside, end));
          checkFeeders(title);
          return first;
        };
  }

  private void checkFeeders(String title) {
    try {
      String whom = "";
      if (!share.isWhole()) {
        Feeders.deal(share);
        whom = " for injector " + share;
      }
      Optional<String> empty = Feeders.anyEmpty();
      if (empty.isPresent()) {
        throw new SettingsException(
            "user type " + title, "feeder " + empty.get() + " is empty" + whom);
      }
    } catch (SettingsException e) {
      refusal.accept(e);
    }
  }

  /**
   * Ends the load before its time: when all users have left, or at the latest after the time given.
   */
  public void endLoad(Duration limit) throws InterruptedException {
    Instant deadline = Instant.now().plus(limit);
    while (present.get() > 0 && Instant.now().isBefore(deadline)) {
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
    if (watched != null) {
      watched
          .controller()
          .$bang(new Controller$Command$StopLoadGenerator("this process is told to end", false));
    }
  }

  private ActionBuilder hook(BiFunction<WatchedStatsEngine, Session, Session> function) {
    return () ->
        (context, next) -> {
          WatchedStatsEngine engine = watched(context).engine();
          return new SessionHookBuilder(user -> new Success<>(function.apply(engine, user)), false)
              .build(context, next);
        };
  }

  private Watched watched(ScenarioContext context) {
    if (watched == null) {
      watched = watched(context.coreComponents());
    }
    return watched;
  }

  private Watched watched(CoreComponents gatling) {
    WatchedStatsEngine engine = new WatchedStatsEngine(gatling);
    ActionFailures actions = new ActionFailures(engine::actionFailed);
    actions.listen();
    lag.watch(gatling.eventLoopGroup());
    logOpened.run();
    var protocols =
        Protocol.indexByType(CollectionConverters.asScala(List.of(protocol.protocol())));
    var components =
        new ProtocolComponentsRegistries(with(engine, gatling.controller(), gatling), protocols);
    return new Watched(
        engine, components.scenarioRegistry(Map$.MODULE$.empty()), actions, gatling.controller());
  }

  private static CoreComponents with(
      StatsEngine engine, ActorRef<Controller.Command> controller, CoreComponents gatling) {
    return new CoreComponents(
        gatling.actorSystem(),
        gatling.eventLoopGroup(),
        controller,
        gatling.throttler(),
        engine,
        gatling.clock(),
        gatling.exit(),
        gatling.configuration());
  }
}
