package loadgate.metrics;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.Status;
import io.gatling.core.CoreComponents;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gatling's log of requests, which also counts what was never sent as {@link
 * UserTypeMetrics#UNSENT} of the user type.
 *
 * <p>A user is known by the string that names its scenario: each user has an instance of its own,
 * and Gatling hands it on as it is.
 */
final class WatchedStatsEngine implements StatsEngine {

  private final StatsEngine gatling;
  private final SampleLog samples;

  /** Users one of whose requests failed since they were last asked about. */
  private final Set<String> failed =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** By user type, how many failed actions were counted whose user is not known. */
  private final Map<String, Integer> failedActions = new ConcurrentHashMap<>();

  WatchedStatsEngine(CoreComponents components) {
    this.gatling = components.statsEngine();
    this.samples = SampleLog.of(components);
  }

  /** A user of that type has come: from now on nothing unsent is a measured zero. */
  void userCame(String userType) {
    samples.write(userType, UserTypeMetrics.UNSENT, List.of(Metric.Sample.none()));
  }

  void userStarted(String userType) {
    samples.write(userType, UserTypeMetrics.USERS_STARTED, List.of(Metric.Sample.rate(true)));
  }

  /** An action that is no request failed, for some user of that type. */
  void actionFailed(String userType, String message) {
    failedActions.merge(userType, 1, Integer::sum);
    unsent(userType, message);
  }

  /**
   * A user is done with a part of what it does. When that failed, and neither a request nor an
   * action is known to have failed, it counts as unsent. Rated requests that it left are misses.
   *
   * @param part for the message: {@code start}, {@code iteration} or {@code stop}
   */
  void partEnded(Session user, String part) {
    RatedRequest.left(user)
        .forEach((rate, miss) -> samples.write(user.scenario(), rate, List.of(miss)));
    boolean requestFailed = failed.remove(user.scenario());
    if (user.isFailed() && !requestFailed && !isFailedAction(user.scenario())) {
      unsent(user.scenario(), part + " failed without a failed request");
    }
  }

  private boolean isFailedAction(String userType) {
    boolean[] any = {false};
    failedActions.computeIfPresent(
        userType,
        (type, count) -> {
          any[0] = count > 0;
          return Math.max(0, count - 1);
        });
    return any[0];
  }

  private void unsent(String userType, String message) {
    gatling.logRequestCrash(
        userType, CollectionConverters.asScala(List.of(userType)).toList(), userType, message);
    unsent(userType);
  }

  private void unsent(String userType) {
    samples.write(userType, UserTypeMetrics.UNSENT, List.of(Metric.Sample.occurrence()));
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
    if (status == KO$.MODULE$) {
      failed.add(scenario);
    }
    gatling.logResponse(
        scenario, groups, requestName, startTimestamp, endTimestamp, status, responseCode, message);
  }

  @Override
  public void logRequestCrash(
      String scenario,
      scala.collection.immutable.List<String> groups,
      String requestName,
      String error) {
    failed.add(scenario);
    gatling.logRequestCrash(scenario, groups, requestName, error);
    unsent(scenario);
  }

  /** A user that exits leaves all its groups, also the one of its type, which is no sample. */
  @Override
  public void logGroupEnd(String scenario, GroupBlock group, long exitTimestamp) {
    if (group.groups().size() > 1) {
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
