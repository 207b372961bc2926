package loadgate.gates;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What gates need to know of a user type.
 *
 * @param name in the settings
 * @param group its name in the report
 * @param metrics titles in the report by their names in the settings
 */
public record MeasuredType(String name, String group, Map<String, String> metrics) {

  /** The place of a gate's figures in the report; empty when the type has no such metric. */
  Optional<List<String>> pathOf(loadgate.settings.GateSettings gate) {
    if (gate.measure().ofMetric()) {
      return Optional.ofNullable(metrics.get(gate.measure().name()))
          .map(title -> List.of(group, title));
    }
    return Optional.of(gate.detail().map(detail -> List.of(group, detail)).orElse(List.of(group)));
  }
}
