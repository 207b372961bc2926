package loadgate.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doWhile;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import loadgate.model.LoadModel;
import loadgate.model.ThinkTime;

/** Makes a Gatling population from a user type's load. */
public final class Injection {

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  /** How long a user without think time waits before it tries to start again. */
  private static final ThinkTime RETRY = ThinkTime.between(ONE_SECOND, ONE_SECOND);

  // Gatling keeps attributes of this prefix when a chain resets its session.
  private static final String LEAVE_AT = "gatling.loadgate.leaveAt";
  private static final String STARTED = "gatling.loadgate.started";
  private static final String BEGAN_AT = "gatling.loadgate.beganAt";

  private Injection() {}

  /**
   * In the closed model a user starts, repeats its iteration with think time until its stage ends,
   * then stops; a think time is cut short at the end, an iteration is not. A user whose start fails
   * tries again, with the same think time, and does nothing else until it got through. In the open
   * model, or when its scenario says once, it starts, does one iteration and stops; when its start
   * fails, it leaves.
   */
  public static PopulationBuilder population(
      LoadModel model, UserTypeLoad load, UserScenario users) {
    ScenarioBuilder scenario = scenario(users.name());
    if (model == LoadModel.OPEN) {
      return scenario.exec(once(users)).injectOpen(openSteps(load));
    }
    return scenario
        .exec(users.once() ? once(users) : looping(load, users))
        .injectOpen(closedSteps(load));
  }

  private static ChainBuilder once(UserScenario users) {
    return exec(users.come(), start(users))
        .doIf(Injection::hasStarted)
        .then(users.iterate(), users.stop());
  }

  /** What each user of a closed load does, from its coming to its leaving. */
  public static ChainBuilder looping(UserTypeLoad load, UserScenario users) {
    ThinkTime untilRetry = users.thinkTime().isNone() ? RETRY : users.thinkTime();
    ChainBuilder started =
        doWhile(session -> !hasStarted(session) && millisLeft(session) > 0)
            .on(
                exec(began(), start(users))
                    .doIf(session -> !hasStarted(session))
                    .then(paused(untilRetry)));
    ChainBuilder loop =
        asLongAs(session -> hasStarted(session) && millisLeft(session) > 0)
            .on(
                users.thinkTime().isNone()
                    ? users.iterate()
                    : exec(began(), users.iterate(), paused(users.thinkTime())));
    return exec(leaveWith(load.lifetimes()), users.come(), started, loop)
        .doIf(Injection::hasStarted)
        .then(users.stop());
  }

  private static ChainBuilder start(UserScenario users) {
    return exec(users.start())
        .exec(session -> session.set(STARTED, !session.isFailed()).markAsSucceeded());
  }

  private static boolean hasStarted(Session session) {
    return session.getBoolean(STARTED);
  }

  private static ChainBuilder began() {
    return exec(session -> session.set(BEGAN_AT, System.nanoTime()));
  }

  private static ChainBuilder paused(ThinkTime thinkTime) {
    return CoreDsl.pause(session -> pause(thinkTime, session));
  }

  private static Duration pause(ThinkTime thinkTime, Session session) {
    Duration iteration = Duration.ofNanos(System.nanoTime() - session.getLong(BEGAN_AT));
    Duration drawn = thinkTime.after(iteration);
    Duration left = Duration.ofMillis(millisLeft(session));
    return drawn.compareTo(left) < 0 ? drawn : left;
  }

  /** A user that starts a little early or late still leaves when its stage ends. */
  private static ChainBuilder leaveWith(List<UserLifetime> lifetimes) {
    AtomicInteger started = new AtomicInteger();
    AtomicLong origin = new AtomicLong();
    return exec(
        session -> {
          UserLifetime lifetime =
              lifetimes.get(Math.min(started.getAndIncrement(), lifetimes.size() - 1));
          origin.compareAndSet(0, System.nanoTime() - lifetime.start().toNanos());
          return session.set(LEAVE_AT, origin.get() + lifetime.end().toNanos());
        });
  }

  private static long millisLeft(Session session) {
    return Math.max(0, (session.getLong(LEAVE_AT) - System.nanoTime()) / 1_000_000);
  }

  private static OpenInjectionStep[] closedSteps(UserTypeLoad load) {
    return load.steps().stream()
        .flatMap(step -> UserStarts.of(step).stream())
        .map(Injection::injected)
        .toArray(OpenInjectionStep[]::new);
  }

  private static OpenInjectionStep injected(UserStarts starts) {
    if (starts.users() == 0) {
      return nothingFor(starts.over());
    }
    return starts.over().isZero()
        ? atOnceUsers(starts.users())
        : rampUsers(starts.users()).during(starts.over());
  }

  private static OpenInjectionStep[] openSteps(UserTypeLoad load) {
    return load.steps().stream()
        .flatMap(step -> step.inWholeSeconds().stream())
        .map(Injection::injected)
        .toArray(OpenInjectionStep[]::new);
  }

  private static OpenInjectionStep injected(InjectionStep step) {
    if (step.duration().compareTo(ONE_SECOND) < 0) {
      return atOnceUsers((int) Math.round(step.mean() * step.duration().toMillis() / 1e3));
    }
    return step.from() == step.to()
        ? constantUsersPerSec(step.to()).during(step.duration())
        : rampUsersPerSec(step.from()).to(step.to()).during(step.duration());
  }
}
