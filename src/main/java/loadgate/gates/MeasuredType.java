package loadgate.gates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loadgate.settings.GateSettings;
import loadgate.settings.Measure;

/**
 * What gates need to know of a user type.
 *
 * @param name in the settings
 * @param group its name in the report
 * @param metrics titles in the report by their names in the settings
 */
public record MeasuredType(String name, String group, Map<String, String> metrics) {

  /** The place of a gate's figures in the report; empty when the type has no such metric. */
  Optional<List<String>> pathOf(GateSettings gate) {
    if (gate.measure().ofMetric()) {
      return Optional.ofNullable(metrics.get(gate.measure().name()))
          .map(title -> List.of(group, title));
    }
    return Optional.of(gate.detail().map(detail -> List.of(group, detail)).orElse(List.of(group)));
  }

  /** All metrics as gates without limits. */
  List<Gate> observations() {
    return new TreeMap<>(metrics)
        .entrySet().stream()
            .map(
                metric ->
                    new Gate(
                        GateSettings.unlimited(name, Measure.of(metric.getKey())),
                        List.of(group, metric.getValue())))
            .toList();
  }
}
