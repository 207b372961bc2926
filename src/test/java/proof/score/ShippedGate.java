package proof.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import loadgate.gates.Gate;
import loadgate.gates.MeasuredResources;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;

/**
 * A gate of the shipped settings: one line of them, for one user type or for all requests. A line
 * that holds for every user type is one gate.
 *
 * @param title {@code health p95}
 * @param where its line
 * @param profiles in which it judges; the same line may be the gate of several profiles
 */
record ShippedGate(
    String title,
    String where,
    Measure measure,
    Optional<Limit> fail,
    Optional<Limit> warn,
    Set<String> profiles) {

  private static final String DEFAULTS = "loadgate-defaults.conf";

  static ShippedGate of(GateLimits limits, String profile) {
    boolean ofEveryUserType =
        limits.userType().filter(name -> !MeasuredResources.NAMES.contains(name)).isPresent()
            && limits.where().startsWith(DEFAULTS);
    return new ShippedGate(
        ofEveryUserType
            ? "every user type " + limits.measure().name()
            : new Gate(limits, List.of()).title(),
        limits.where(),
        limits.measure(),
        limits.fail(),
        limits.warn(),
        Set.of(profile));
  }

  ShippedGate inBoth(ShippedGate other) {
    Set<String> both = new TreeSet<>(profiles);
    both.addAll(other.profiles);
    return new ShippedGate(title, where, measure, fail, warn, both);
  }

  /** The same with one word for all profiles. */
  ShippedGate inAll() {
    return new ShippedGate(title, where, measure, fail, warn, Set.of("all"));
  }

  /** Whether these limits are this gate. */
  boolean isOf(GateLimits limits) {
    ShippedGate other = of(limits, "");
    return title.equals(other.title) && where.equals(other.where);
  }

  /** Whether it never turns a run red. */
  boolean onlyWarns() {
    return fail.isEmpty();
  }

  /** The limit that it is proven by. */
  Limit limit() {
    return fail.or(() -> warn).orElseThrow();
  }

  /** The limit of a run that stands for this gate's. */
  Optional<Limit> limitOf(GateLimits run) {
    return onlyWarns() ? run.warn() : run.fail();
  }

  /** {@code < 100 ms}, or {@code warn < 20 ms, fail < 50 ms}. */
  String limitText() {
    String fails = fail.map(this::text).orElse("");
    if (warn.isEmpty()) {
      return fails;
    }
    String warns = "warn " + text(warn.get());
    return onlyWarns() ? warns : warns + ", fail " + fails;
  }

  private String text(Limit limit) {
    return limit.sign() + " " + valueText(limit.value());
  }

  String valueText(double value) {
    return measure.unit().text(value);
  }
}
