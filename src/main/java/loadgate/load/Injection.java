package loadgate.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import loadgate.model.LoadModel;

/** Turns a user type's load into a Gatling population. */
public final class Injection {

  private static final String LEAVE_AT = "loadgate.leaveAt";
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);
  private static final String BEGAN_AT = "loadgate.beganAt";

  private Injection() {}

  /**
   * In the closed model a user starts, repeats its iteration with think time until its stage ends,
   * then stops; a think time is cut short at the end, an iteration is not. In the open model, or
   * when it behaves so, it starts, does one iteration and stops.
   */
  public static PopulationBuilder population(
      LoadModel model, UserTypeLoad load, UserScenario behaviour) {
    ScenarioBuilder scenario = scenario(behaviour.scenario());
    // Whatever failed was counted where it failed; the user itself goes on.
    ChainBuilder start = exec(behaviour.start()).exec(Session::markAsSucceeded);
    ChainBuilder iteration = exec(behaviour.iterate()).exec(Session::markAsSucceeded);
    OpenInjectionStep[] arrivals = model == LoadModel.OPEN ? openSteps(load) : closedSteps(load);
    if (model == LoadModel.OPEN || behaviour.once()) {
      return scenario.exec(start, iteration, behaviour.stop()).injectOpen(arrivals);
    }
    ChainBuilder loop =
        asLongAs(session -> millisLeft(session) > 0)
            .on(
                exec(session -> session.set(BEGAN_AT, System.nanoTime()))
                    .exec(iteration)
                    .pause(session -> thinkTime(behaviour, session)));
    return scenario
        .exec(leaveWith(load.stays()), start, loop, behaviour.stop())
        .injectOpen(arrivals);
  }

  private static Duration thinkTime(UserScenario behaviour, Session session) {
    Duration iteration = Duration.ofNanos(System.nanoTime() - session.getLong(BEGAN_AT));
    Duration drawn = behaviour.thinkTime().apply(iteration);
    Duration left = Duration.ofMillis(millisLeft(session));
    return drawn.compareTo(left) < 0 ? drawn : left;
  }

  /** Whoever comes a little early or late still leaves when its stage ends. */
  private static ChainBuilder leaveWith(List<UserLifetime> stays) {
    AtomicInteger arrivals = new AtomicInteger();
    AtomicLong origin = new AtomicLong();
    return exec(
        session -> {
          UserLifetime stay = stays.get(Math.min(arrivals.getAndIncrement(), stays.size() - 1));
          origin.compareAndSet(0, System.nanoTime() - stay.start().toNanos());
          return session.set(LEAVE_AT, origin.get() + stay.end().toNanos());
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

  private static OpenInjectionStep injected(UserStarts arrivals) {
    if (arrivals.users() == 0) {
      return nothingFor(arrivals.over());
    }
    return arrivals.over().isZero()
        ? atOnceUsers(arrivals.users())
        : rampUsers(arrivals.users()).during(arrivals.over());
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
