package loadgate.watch;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import loadgate.metrics.Metric;
import loadgate.metrics.RatedRequest;
import loadgate.metrics.SampleLog;
import loadgate.metrics.UserTypeMetrics;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gatling's log of requests, which also counts what was never sent as {@link
 * UserTypeMetrics#UNSENT}, and tells what each user went through.
 */
final class WatchedStatsEngine implements StatsEngine {

  private final StatsEngine gatling;
  private final SampleLog samples;
  private final boolean ofUserTypes;
  private final Users users;
  private final Function<String, Outcomes> outcomes;

  /** By scenario, how many failed actions were counted whose user is not known. */
  private final Map<String, Integer> failedActions = new ConcurrentHashMap<>();

  /**
   * @param ofUserTypes whether scenarios are user types, each of which is a group; what a plain
   *     simulation could not send stands in its log as an error, and is counted there
   * @param outcomes by the name of a scenario
   */
  WatchedStatsEngine(
      StatsEngine gatling,
      SampleLog samples,
      boolean ofUserTypes,
      Users users,
      Function<String, Outcomes> outcomes) {
    this.gatling = gatling;
    this.samples = samples;
    this.ofUserTypes = ofUserTypes;
    this.users = users;
    this.outcomes = outcomes;
  }

  /** A user of that type has come: from now on nothing unsent is a measured zero. */
  void userCame(WatchedUser user) {
    users.add(user);
    outcomes.apply(user.scenario()).userCame();
    if (ofUserTypes) {
      samples.write(user.scenario(), UserTypeMetrics.UNSENT, List.of(Metric.Sample.none()));
    }
  }

  /**
   * A user has tried to start.
   *
   * @param first whether for the first time
   */
  void triedToStart(String user, boolean ok, boolean first) {
    if (first) {
      samples.write(user, UserTypeMetrics.USERS_STARTED, List.of(Metric.Sample.rate(ok)));
    }
    if (ok) {
      users.of(user).ifPresent(WatchedUser::started);
    }
  }

  /** A user has got to its end. */
  void userFinished(String scenario) {
    users.of(scenario).ifPresent(WatchedUser::finished);
  }

  /** A user is gone, whether or not it got to its end. */
  void userLeft(String scenario) {
    users
        .remove(scenario)
        .ifPresent(user -> outcomes.apply(scenario).userGone(user, user.leftProperly()));
  }

  /** An action that is no request failed, for some user of that scenario. */
  void actionFailed(String scenario, String message) {
    failedActions.merge(scenario, 1, Integer::sum);
    unsent(scenario, message);
  }

  /**
   * A user is done with a part of what it does. When that failed, and neither a request nor an
   * action is known to have failed, it counts as unsent. Rated requests that it left are misses.
   *
   * @param part for the message: {@code start}, {@code iteration} or {@code stop}
   */
  void partEnded(Session session, String part) {
    String scenario = session.scenario();
    RatedRequest.left(session)
        .forEach((rate, miss) -> samples.write(scenario, rate, List.of(miss)));
    boolean requestFailed = users.of(scenario).map(WatchedUser::takeFailed).orElse(false);
    if (session.isFailed()) {
      users.of(scenario).ifPresent(WatchedUser::partFailed);
      if (!requestFailed && !isFailedAction(scenario)) {
        unsent(scenario, part + " failed without a failed request");
      }
    }
  }

  private boolean isFailedAction(String scenario) {
    boolean[] any = {false};
    failedActions.computeIfPresent(
        scenario,
        (name, count) -> {
          any[0] = count > 0;
          return Math.max(0, count - 1);
        });
    return any[0];
  }

  private void unsent(String scenario, String message) {
    gatling.logRequestCrash(
        scenario, CollectionConverters.asScala(List.of(scenario)).toList(), scenario, message);
    unsent(scenario);
  }

  private void unsent(String scenario) {
    if (ofUserTypes) {
      samples.write(scenario, UserTypeMetrics.UNSENT, List.of(Metric.Sample.occurrence()));
    }
  }

  @Override
  public void logResponse(
      String scenario,
      scala.collection.immutable.List<String> groups,
      String requestName,
      long startTimestamp,
      long endTimestamp,
      Status status,
      Option<String> responseCode,
      Option<String> message) {
    boolean ok = status != KO$.MODULE$;
    users.of(scenario).ifPresent(user -> user.answered(ok));
    // Messages of a WebSocket that nobody waits for have no end.
    outcomes.apply(scenario).logged(startTimestamp, Math.max(startTimestamp, endTimestamp));
    Exchanges.logged(ok);
    gatling.logResponse(
        scenario, groups, requestName, startTimestamp, endTimestamp, status, responseCode, message);
  }

  @Override
  public void logRequestCrash(
      String scenario,
      scala.collection.immutable.List<String> groups,
      String requestName,
      String error) {
    users.of(scenario).ifPresent(WatchedUser::failed);
    gatling.logRequestCrash(scenario, groups, requestName, error);
    unsent(scenario);
  }

  /** A user that exits leaves all its groups, also the one of its type, which is no sample. */
  @Override
  public void logGroupEnd(String scenario, GroupBlock group, long exitTimestamp) {
    if (!ofUserTypes || group.groups().size() > 1) {
      gatling.logGroupEnd(scenario, group, exitTimestamp);
    }
  }

  @Override
  public void logUserStart(String scenario) {
    gatling.logUserStart(scenario);
  }

  @Override
  public void logUserEnd(String scenario) {
    gatling.logUserEnd(scenario);
  }

  @Override
  public void start() {
    gatling.start();
  }

  @Override
  public void stop(ActorRef<Controller.Command> controller, Option<Exception> exception) {
    gatling.stop(controller, exception);
  }
}
