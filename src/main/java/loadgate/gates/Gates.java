package loadgate.gates;

import io.gatling.javaapi.core.Assertion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import loadgate.model.StageMeasure;

/**
 * The gates of one run.
 *
 * @param active those that the run is judged by
 * @param leftOut those of the simulation's user types that get no user
 * @param observed metrics of the user types at work that have no limit; they are shown, not judged
 */
public record Gates(List<Gate> active, List<Gate> leftOut, List<Gate> observed) {

  /**
   * @param known all user types that settings may name, by name
   * @param simulated names of the simulation's user types
   * @param present names of those that get users
   * @throws SettingsException for a gate on an unknown user type or metric
   */
  public static Gates of(
      List<GateLimits> settings,
      Map<String, MeasuredUserType> known,
      Collection<String> simulated,
      Collection<String> present) {
    List<Gate> active = new ArrayList<>();
    List<Gate> leftOut = new ArrayList<>();
    for (GateLimits gate : settings) {
      if (gate.userType().isEmpty()) {
        active.add(new Gate(gate, Gate.pathOfAllRequests(gate.measure())));
        continue;
      }
      String userType = gate.userType().get();
      Gate checked = checked(gate, userType, known);
      if (present.contains(userType)) {
        active.add(checked);
      } else if (simulated.contains(userType)) {
        leftOut.add(checked);
      }
    }
    active.sort(inOrderOf(simulated));
    return new Gates(List.copyOf(active), List.copyOf(leftOut), observed(active, known, present));
  }

  /** Those on all requests first, then those on the user types, as the simulation lists them. */
  private static Comparator<Gate> inOrderOf(Collection<String> userTypes) {
    List<String> order = List.copyOf(userTypes);
    return Comparator.comparingInt(
        gate -> gate.settings().userType().map(order::indexOf).orElse(-1));
  }

  private static List<Gate> observed(
      List<Gate> active, Map<String, MeasuredUserType> known, Collection<String> present) {
    Set<List<String>> judged = active.stream().map(Gate::path).collect(Collectors.toSet());
    return Stream.concat(
            Stream.of(Gate.ofAllRequests(StageMeasure.STEADY_THROUGHPUT.measure())),
            present.stream().map(known::get).flatMap(type -> type.observations().stream()))
        .filter(gate -> !judged.contains(gate.path()))
        .toList();
  }

  public List<Assertion> assertions() {
    return active.stream().flatMap(gate -> gate.assertions().stream()).toList();
  }

  private static Gate checked(
      GateLimits gate, String userType, Map<String, MeasuredUserType> known) {
    MeasuredUserType type = known.get(userType);
    if (type == null) {
      throw new SettingsException(
          gate.where(),
          "gates: unknown user type \""
              + userType
              + "\"; allowed: global, "
              + String.join(", ", new TreeSet<>(known.keySet())));
    }
    return type.pathOf(gate)
        .map(path -> new Gate(gate, path))
        .orElseThrow(
            () ->
                new SettingsException(
                    gate.where(),
                    String.format(
                        "gates.%s: unknown measure \"%s\"; allowed: %s, %s, details%s",
                        userType,
                        gate.measure().name(),
                        Measure.namesOfRequests(),
                        StageMeasure.names(),
                        type.usage())));
  }
}
