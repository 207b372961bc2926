package loadgate.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loadgate.UserType;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.load.LoadPlan;
import loadgate.load.UserTypeLoad;
import loadgate.model.Direction;
import loadgate.model.LoadModel;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import loadgate.model.Unit;

/**
 * The most requests per second that a plan's users can send, however fast the target is. In the
 * closed model a user sends its iteration's requests once in its mean think time and response time
 * (<a href="https://en.wikipedia.org/wiki/Little%27s_law">Little's law</a>); the response time,
 * which nobody knows before the run, is taken for nothing.
 *
 * @param perSecond by name of user type; infinite for users that never pause
 */
public record MaxThroughput(Map<String, Double> perSecond) {

  public static MaxThroughput of(LoadPlan plan, Map<String, UserType> types) {
    return new MaxThroughput(
        plan.loads().stream()
            .collect(
                Collectors.toMap(
                    UserTypeLoad::userType,
                    load -> ceiling(plan.model(load), load, types.get(load.userType())))));
  }

  private static double ceiling(LoadModel model, UserTypeLoad load, UserType type) {
    if (model == LoadModel.OPEN) {
      return load.peak() * type.requestsPerIteration();
    }
    if (type.once()) {
      return Double.POSITIVE_INFINITY;
    }
    return load.peak() * type.requestsPerIteration() / (type.thinkTime().mean().toNanos() / 1e9);
  }

  /** Of all user types together. */
  public double total() {
    return perSecond.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Refuses gates on throughput that no target could pass.
   *
   * @throws SettingsException for the first of them
   */
  public void check(Gates gates, LoadPlan plan) {
    for (Gate gate : gates.active()) {
      double limit = Math.max(gate.settings().fail().orElse(0), gate.settings().warn().orElse(0));
      double ceiling = gate.settings().userType().map(perSecond::get).orElseGet(this::total);
      if (isThroughput(gate.measure()) && limit >= ceiling) {
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
                Unit.PER_SECOND.text(ceiling)));
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
