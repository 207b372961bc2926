package loadgate.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import loadgate.settings.LoadModel;

/** Turns a user type's load into a Gatling population. */
public final class Injection {

  private static final String LEAVE_AT = "loadgate.leaveAt";

  private Injection() {}

  /**
   * In the closed model a user starts, repeats the iteration with its think time until its stage
   * ends, then stops; both the iteration and the stop are always finished. In the open model it
   * starts, does one iteration and stops.
   *
   * @param thinkTime drawn anew after every iteration; cut short when the user's stage ends
   */
  public static PopulationBuilder population(
      LoadModel model,
      UserTypeLoad load,
      String scenarioName,
      ChainBuilder start,
      ChainBuilder iterate,
      ChainBuilder stop,
      Function<Session, Duration> thinkTime) {
    // Whatever failed was counted where it failed; the user itself goes on.
    ChainBuilder iteration = exec(iterate).exec(Session::markAsSucceeded);
    if (model == LoadModel.OPEN) {
      return scenario(scenarioName)
          .exec(start, exec(Session::markAsSucceeded), iteration, stop)
          .injectOpen(openSteps(load));
    }
    ChainBuilder loop =
        asLongAs(session -> millisLeft(session) > 0)
            .on(
                iteration.pause(
                    session ->
                        min(thinkTime.apply(session), Duration.ofMillis(millisLeft(session)))));
    return scenario(scenarioName)
        .exec(leaveWith(load.stays()), start, exec(Session::markAsSucceeded), loop, stop)
        .injectOpen(closedSteps(load));
  }

  private static ChainBuilder leaveWith(List<Stay> stays) {
    AtomicInteger arrivals = new AtomicInteger();
    return exec(
        session -> {
          Stay stay = stays.get(Math.min(arrivals.getAndIncrement(), stays.size() - 1));
          return session.set(LEAVE_AT, System.nanoTime() + stay.length().toNanos());
        });
  }

  private static long millisLeft(Session session) {
    return Math.max(0, (session.getLong(LEAVE_AT) - System.nanoTime()) / 1_000_000);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static OpenInjectionStep[] closedSteps(UserTypeLoad load) {
    List<OpenInjectionStep> steps = new ArrayList<>();
    for (Step step : load.steps()) {
      int arrivals = (int) (step.to() - step.from());
      steps.add(
          arrivals > 0 ? rampUsers(arrivals).during(step.duration()) : nothingFor(step.duration()));
    }
    return steps.toArray(OpenInjectionStep[]::new);
  }

  private static OpenInjectionStep[] openSteps(UserTypeLoad load) {
    return load.steps().stream()
        .map(
            step ->
                step.from() == step.to()
                    ? constantUsersPerSec(step.to()).during(step.duration())
                    : rampUsersPerSec(step.from()).to(step.to()).during(step.duration()))
        .toArray(OpenInjectionStep[]::new);
  }
}
