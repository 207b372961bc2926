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
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import loadgate.model.InjectorShare;
import loadgate.model.LoadModel;
import loadgate.model.ThinkTime;

/**
 * Makes a Gatling population from a user type's load.
 *
 * @param share which of the load's users are this injector's
 * @param toldToLeave whether all users leave before the end of the profile, and none comes any more
 */
public record Injection(InjectorShare share, BooleanSupplier toldToLeave) {

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  /** How long a user without think time waits before it tries to start again. */
  private static final ThinkTime RETRY = ThinkTime.between(ONE_SECOND, ONE_SECOND);

  // Gatling keeps attributes of this prefix when a chain resets its session.
  private static final String LEAVE_AT = "gatling.loadgate.leaveAt";
  private static final String STARTED = "gatling.loadgate.started";
  private static final String BEGAN_AT = "gatling.loadgate.beganAt";
  private static final String GOES_ON_AT = "gatling.loadgate.goesOnAt";

  /** As long as a user of several injectors may not hear that it is to leave. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Of the only injector, until the end of the profile. */
  public static final Injection WHOLE = new Injection(InjectorShare.WHOLE, () -> false);

  /**
   * In the closed model a user starts, repeats its iteration with think time until its stage ends,
   * then stops; a think time is cut short at the end, an iteration is not. A user whose start fails
   * tries again, with the same think time, and does nothing else until it got through. In the open
   * model, or when its scenario says once, it starts, does one iteration and stops; when its start
   * fails, it leaves.
   */
  public PopulationBuilder population(LoadPlan plan, UserTypeLoad load, UserScenario users) {
    DealtSteps dealt = dealt(plan, load);
    ChainBuilder chain =
        plan.model(load) == LoadModel.OPEN || users.once()
            ? once(users)
            : looping(lifetimes(plan, load), dealt.first(), users);
    ScenarioBuilder scenario = scenario(users.name());
    return share.isWhole()
        ? scenario.exec(chain).injectOpen(steps(plan, load))
        : dealt.inject(scenario.doIf(session -> !toldToLeave.getAsBoolean()).then(chain));
  }

  /** The starts of this injector's users. */
  DealtSteps dealt(LoadPlan plan, UserTypeLoad load) {
    LongPredicate places = plan.dealt(load, share);
    if (plan.model(load) == LoadModel.OPEN) {
      return DealtSteps.of(steps(plan, load), places);
    }
    List<UserLifetime> all = load.lifetimes();
    return DealtSteps.of(steps(plan, load), user -> places.test(all.get((int) user).place()));
  }

  /** When this injector's users of a closed load come and go, in the order of coming. */
  List<UserLifetime> lifetimes(LoadPlan plan, UserTypeLoad load) {
    LongPredicate places = plan.dealt(load, share);
    return load.lifetimes().stream().filter(user -> places.test(user.place())).toList();
  }

  private static List<OpenInjectionStep> steps(LoadPlan plan, UserTypeLoad load) {
    return plan.model(load) == LoadModel.OPEN ? openSteps(load) : closedSteps(load);
  }

  private static ChainBuilder once(UserScenario users) {
    return exec(users.come(), start(users))
        .doIf(Injection::hasStarted)
        .then(users.iterate(), users.stop());
  }

  /** What each user of a closed load does, from its coming to its leaving. */
  public ChainBuilder looping(UserTypeLoad load, UserScenario users) {
    List<UserLifetime> lifetimes = load.lifetimes();
    return looping(lifetimes, lifetimes.get(0).start(), users);
  }

  private ChainBuilder looping(List<UserLifetime> lifetimes, Duration first, UserScenario users) {
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
    return exec(leaveWith(lifetimes, first), users.come(), started, loop)
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

  private ChainBuilder paused(ThinkTime thinkTime) {
    if (share.isWhole()) {
      return CoreDsl.pause(session -> pause(thinkTime, session));
    }
    return exec(session ->
            session.set(GOES_ON_AT, System.nanoTime() + pause(thinkTime, session).toNanos()))
        .asLongAs(session -> millisLeft(session) > 0 && nanosOfPause(session) > 0)
        .on(
            CoreDsl.pause(
                session -> shorter(LONGEST_PAUSE, Duration.ofNanos(nanosOfPause(session)))));
  }

  private static long nanosOfPause(Session session) {
    return session.getLong(GOES_ON_AT) - System.nanoTime();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration pause(ThinkTime thinkTime, Session session) {
    Duration iteration = Duration.ofNanos(System.nanoTime() - session.getLong(BEGAN_AT));
    Duration drawn = thinkTime.after(iteration);
    return shorter(drawn, Duration.ofMillis(millisLeft(session)));
  }

  /** A user that starts a little early or late still leaves when its stage ends. */
  private static ChainBuilder leaveWith(List<UserLifetime> lifetimes, Duration first) {
    AtomicInteger started = new AtomicInteger();
    AtomicLong origin = new AtomicLong();
    return exec(
        session -> {
          UserLifetime lifetime =
              lifetimes.get(Math.min(started.getAndIncrement(), lifetimes.size() - 1));
          origin.compareAndSet(0, System.nanoTime() - first.toNanos());
          return session.set(LEAVE_AT, origin.get() + lifetime.end().toNanos());
        });
  }

  private long millisLeft(Session session) {
    return toldToLeave.getAsBoolean()
        ? 0
        : Math.max(0, (session.getLong(LEAVE_AT) - System.nanoTime()) / 1_000_000);
  }

  private static List<OpenInjectionStep> closedSteps(UserTypeLoad load) {
    return load.steps().stream()
        .flatMap(step -> UserStarts.of(step).stream())
        .map(Injection::injected)
        .toList();
  }

  private static OpenInjectionStep injected(UserStarts starts) {
    if (starts.users() == 0) {
      return nothingFor(starts.over());
    }
    return starts.over().isZero()
        ? atOnceUsers(starts.users())
        : rampUsers(starts.users()).during(starts.over());
  }

  private static List<OpenInjectionStep> openSteps(UserTypeLoad load) {
    return load.steps().stream()
        .flatMap(step -> step.inWholeSeconds().stream())
        .map(Injection::injected)
        .toList();
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
