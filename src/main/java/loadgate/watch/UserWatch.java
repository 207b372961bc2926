package loadgate.watch;

import io.gatling.commons.validation.Success;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.SessionHookBuilder;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.session.Session;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import loadgate.metrics.RatedRequest;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import scala.runtime.BoxedUnit;

/** The users of user types under a {@link LoadWatch}, from their coming to their leaving. */
public final class UserWatch {

  private static final String TRIED = "gatling.loadgate.tried";

  private final LoadWatch load;
  private final Consumer<SettingsException> refusal;
  private final InjectorShare share;

  /**
   * @param refusal ends the run before the load when a feeder is empty
   * @param share of this injector, which has its own rows of feeders and its own users' ids
   */
  public UserWatch(LoadWatch load, Consumer<SettingsException> refusal, InjectorShare share) {
    this.load = load;
    this.refusal = refusal;
    this.share = share;
  }

  /**
   * What a user does first of all: it enters the group of its type, which it never leaves. Every
   * request that it sends is recorded in that group, and Gatling records no execution of the group
   * itself.
   *
   * @param stays whether it is to stay until its load ends
   */
  public ActionBuilder coming(String title, boolean stays) {
    return () ->
        (context, next) -> {
          LoadWatch.Built place = load.in(context, title);
          return new SessionHookBuilder(
                  user ->
                      new Success<>(
                          place.protocols().onStart().apply(known(user, title, stays, place))),
                  false)
              .build(context, next);
        };
  }

  private Session known(Session user, String title, boolean stays, LoadWatch.Built place) {
    Session known =
        user.copy(
            new String(title),
            user.userId() * share.count() + share.index(),
            user.attributes(),
            user.baseStatus(),
            user.blockStack(),
            leaving -> left(leaving, place.protocols()),
            user.eventLoop());
    load.came(new WatchedUser(known.scenario(), known.userId(), stays, List.of(title)));
    return known.enterGroup(title, System.currentTimeMillis());
  }

  /** Also of users whose own chain ends in the middle, by {@code exitHereIfFailed} for example. */
  private BoxedUnit left(Session user, ProtocolComponentsRegistry protocols) {
    load.left(user, protocols);
    return BoxedUnit.UNIT;
  }

  /**
   * What a user does when it comes, until it gets through. Its first attempt counts: a later one
   * may have another row of a feeder, and so be another user for the target.
   */
  public ActionBuilder start(String title, ChainBuilder start) {
    return part(
        title,
        start,
        (engine, user) -> {
          engine.partEnded(user, "start");
          engine.triedToStart(user.scenario(), !user.isFailed(), !user.contains(TRIED));
          return RatedRequest.forget(user).set(TRIED, true);
        });
  }

  /** What a user does again and again. */
  public ActionBuilder iteration(String title, ChainBuilder iteration) {
    return part(title, iteration, (engine, user) -> ended(engine, user, "iteration"));
  }

  /** What a user does once before it leaves. */
  public ActionBuilder stop(String title, ChainBuilder stop) {
    return part(
        title,
        stop,
        (engine, user) -> {
          engine.userFinished(user.scenario());
          return ended(engine, user, "stop");
        });
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
          LoadWatch.Built place = load.in(context, title);
          Action end =
              new SessionHookBuilder(
                      user -> new Success<>(whenEnded.apply(place.engine(), user)), false)
                  .build(context, next);
          if (!share.isWhole()) {
            Feeders.shuffleAlike();
          }
          Action first = load.built(title, () -> chain.wrapped.build(place.context(), end));
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
}
