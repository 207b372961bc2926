package loadgate.history;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.gates.Gate;
import loadgate.gates.GateResult;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.Limit;
import loadgate.model.Unit;

/**
 * A gate in the history: its limits, the measured value and the verdict. Limits and value are in
 * the unit.
 *
 * @param title for people
 * @param path of groups and request in the report that was measured; empty for all requests
 * @param measure as it stands in the settings: {@code p95}
 * @param direction in which the value had to lie from the limits
 * @param actual empty when nothing was recorded
 * @param samples how many requests or metric samples the value is made of
 */
public record GateFigures(
    String title,
    List<String> path,
    String measure,
    Unit unit,
    @JsonProperty("upper") Direction direction,
    OptionalDouble fail,
    OptionalDouble warn,
    OptionalDouble actual,
    long samples,
    Verdict verdict) {

  public GateFigures {
    requireNonNull(title, "a gate's title is missing");
    path = List.copyOf(requireNonNull(path, "a gate's path is missing"));
    requireNonNull(measure, "a gate's measure is missing");
    requireNonNull(unit, "a gate's unit is missing");
    requireNonNull(direction, "a gate's upper is missing");
    requireNonNull(fail, "a gate's fail is missing");
    requireNonNull(warn, "a gate's warn is missing");
    requireNonNull(actual, "a gate's actual is missing");
    requireNonNull(verdict, "a gate's verdict is missing");
  }

  static GateFigures of(GateResult result) {
    Gate gate = result.gate();
    return new GateFigures(
        gate.title(),
        gate.path(),
        gate.measure().name(),
        gate.measure().unit(),
        gate.measure().direction(),
        value(gate.settings().fail()),
        value(gate.settings().warn()),
        result.actual(),
        result.samples(),
        result.verdict());
  }

  private static OptionalDouble value(Optional<Limit> limit) {
    return limit.stream().mapToDouble(Limit::value).findFirst();
  }

  /** Whether both measure the same, whatever their limits. */
  boolean isSameGate(GateFigures other) {
    return path.equals(other.path) && measure.equals(other.measure);
  }
}
