package proof.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loadgate.gates.Gate;
import loadgate.model.GateLimits;

/**
 * A gate of the shipped settings: one line of them, for one user type or for all requests.
 *
 * @param profiles in which it judges; the same line may be the gate of several profiles
 */
public record ShippedGate(GateLimits limits, Set<String> profiles) {

  public ShippedGate {
    profiles = new TreeSet<>(profiles);
  }

  /** {@code health p95}. */
  public String title() {
    return gate().title();
  }

  /** {@code < 100 ms}, or {@code warn < 20 ms, fail < 50 ms}. */
  public String limitText() {
    Gate gate = gate();
    String fail = gate.text(limits.fail());
    if (limits.warn().isEmpty()) {
      return fail;
    }
    String warn = "warn " + gate.text(limits.warn());
    return limits.fail().isEmpty() ? warn : warn + ", fail " + fail;
  }

  /** Whether it never turns a run red. */
  boolean onlyWarns() {
    return limits.fail().isEmpty();
  }

  String valueText(double value) {
    return gate().text(value);
  }

  /** Whether another line, or the same line for another user type, is meant. */
  boolean isOf(GateLimits other) {
    return limits.where().equals(other.where())
        && limits.userType().equals(other.userType())
        && limits.detail().equals(other.detail())
        && limits.measure().equals(other.measure());
  }

  private Gate gate() {
    return new Gate(limits, List.of());
  }

  static Optional<ShippedGate> find(List<ShippedGate> gates, GateLimits limits) {
    return gates.stream().filter(gate -> gate.isOf(limits)).findFirst();
  }
}
