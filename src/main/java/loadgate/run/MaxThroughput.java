package loadgate.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.load.LoadPlan;
import loadgate.load.UserTypeLoad;
import loadgate.model.Direction;
import loadgate.model.Limit;
import loadgate.model.LoadModel;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import loadgate.model.ThinkTime;
import loadgate.model.Unit;

/**
 * The most requests per second that a plan's users can send, however fast the target is. In the
 * closed model a user sends its iteration's requests once in its mean think time and response time
 * (<a href="https://en.wikipedia.org/wiki/Little%27s_law">Little's law</a>); the response time, not
 * known before the run, is assumed to be 0.
 *
 * @param perSecond by name of user type; infinite for users that never pause or do not say how many
 *     requests an iteration sends
 */
public record MaxThroughput(Map<String, Double> perSecond) {

  /**
   * What one user sends and how fast.
   *
   * @param requests of one iteration, at most; empty when the user type does not say
   * @param thinkTime after each iteration
   * @param once whether it leaves after one iteration
   */
  public record Pace(OptionalInt requests, ThinkTime thinkTime, boolean once) {}

  /**
   * @param paces of the user types by name
   */
  public static MaxThroughput of(LoadPlan plan, Map<String, Pace> paces) {
    return new MaxThroughput(
        plan.loads().stream()
            .collect(
                Collectors.toMap(
                    UserTypeLoad::userType,
                    load -> perSecond(plan.model(load), load.peak(), paces.get(load.userType())))));
  }

  private static double perSecond(LoadModel model, double peak, Pace pace) {
    // Nobody knows a ceiling for users who may send any number of requests in an iteration.
    double requests =
        pace.requests().isPresent() ? pace.requests().getAsInt() : Double.POSITIVE_INFINITY;
    if (model == LoadModel.OPEN) {
      return peak * requests;
    }
    // Without a pause it is the response time alone that limits it.
    return pace.once() || pace.thinkTime().isNone()
        ? Double.POSITIVE_INFINITY
        : peak * requests / (pace.thinkTime().mean().toNanos() / 1e9);
  }

  /** Of all user types together; without any nobody knows. */
  public double total() {
    return perSecond.isEmpty()
        ? Double.POSITIVE_INFINITY
        : perSecond.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Refuses gates on throughput that no target could pass.
   *
   * @throws SettingsException for the first of them
   */
  public void check(Gates gates, LoadPlan plan) {
    for (Gate gate : gates.active()) {
      double limit =
          Stream.of(gate.settings().fail(), gate.settings().warn())
              .flatMap(Optional::stream)
              .mapToDouble(Limit::value)
              .max()
              .orElse(0);
      double most = gate.settings().userType().map(perSecond::get).orElseGet(this::total);
      if (isThroughput(gate.measure()) && limit >= most) {
        throw new SettingsException(
            gate.settings().where(),
            String.format(
                "gate \"%s\" > %s is out of reach: %s of profile %s send at most %s, users divided"
                    + " by their mean think time; allowed are a lower limit, more users or none"
                    + " (null)",
                gate.title(),
                Unit.PER_SECOND.text(limit),
                users(plan),
                plan.profile().name(),
                Unit.PER_SECOND.text(most)));
      }
    }
  }

  private static boolean isThroughput(Measure measure) {
    return measure.unit() == Unit.PER_SECOND
        && measure.direction() == Direction.ABOVE
        && measure.metric().isEmpty();
  }

  private static String users(LoadPlan plan) {
    List<String> users =
        plan.loads().stream()
            .map(load -> Unit.COUNT.text(load.peak()) + " " + load.userType())
            .toList();
    return "the users (" + String.join(", ", users) + ")";
  }
}
