package loadgate.gates;

import static loadgate.model.StageMeasure.LONGEST_STALL;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.StageMeasure;
import loadgate.model.Unit;

/**
 * A user type with the metrics that gates may limit.
 *
 * @param name in the settings
 * @param group its name in the report
 */
public record MeasuredUserType(String name, String group, List<MeasuredMetric> metrics) {

  /**
   * A metric of the user type.
   *
   * @param name in the settings
   * @param title in the report
   * @param unit of its values; empty for a rate or a count
   */
  public record MeasuredMetric(String name, String title, Optional<Unit> unit) {

    private Measure shown() {
      return unit.map(u -> Measure.ofValues(name, u == Unit.MILLISECONDS ? "p95" : "max", u))
          .orElseGet(() -> Measure.of(name));
    }

    private boolean fits(Measure measure) {
      return measure.metric().equals(Optional.of(name))
          && (measure.isOfValues() ? unit.equals(Optional.of(measure.unit())) : unit.isEmpty());
    }

    private static String in(Unit unit) {
      return unit.symbol().isEmpty() ? "" : " in " + unit.symbol();
    }

    private String usage() {
      return unit.map(u -> name + " { " + Measure.examplesOfValues() + in(u) + " }").orElse(name);
    }
  }

  public MeasuredUserType {
    metrics = List.copyOf(metrics);
  }

  /** Whether the gate is on a measure of this user type. */
  boolean has(GateLimits gate) {
    return gate.userType().equals(Optional.of(name)) && pathOf(gate).isPresent();
  }

  /** The place of a gate's figures in the report; empty when the type has no such metric. */
  Optional<List<String>> pathOf(GateLimits gate) {
    Measure measure = gate.measure();
    if (measure.metric().isPresent()) {
      return metrics.stream()
          .filter(metric -> metric.fits(measure))
          .findFirst()
          .map(metric -> List.of(group, metric.title()));
    }
    if (this == MeasuredPaths.GROUPS) {
      return gate.detail().map(path -> List.of(path.split(MeasuredPaths.SEPARATOR)));
    }
    return Optional.of(
        measure
            .stageMeasure()
            .map(StageMeasure::title)
            .or(gate::detail)
            .map(name -> List.of(group, name))
            .orElse(List.of(group)));
  }

  /** The longest stall and all metrics as gates without limits. */
  List<Gate> observations() {
    Optional<Gate> stall =
        MeasuredResources.NAMES.contains(name)
            ? Optional.empty()
            : Optional.of(observation(LONGEST_STALL.measure(), LONGEST_STALL.title()));
    return Stream.concat(
            stall.stream(),
            metrics.stream()
                .sorted(Comparator.comparing(MeasuredMetric::name))
                .map(metric -> observation(metric.shown(), metric.title())))
        .toList();
  }

  /** The names of all measures that gates may limit. */
  List<String> measures() {
    return Stream.concat(
            Measure.names().stream(), metrics.stream().map(MeasuredMetric::name).sorted())
        .toList();
  }

  private Gate observation(Measure measure, String title) {
    return new Gate(GateLimits.unlimited(Optional.of(name), measure), List.of(group, title));
  }

  /** How the metrics are written in the settings, for messages. */
  String usage() {
    return metrics.stream()
        .map(MeasuredMetric::usage)
        .sorted()
        .map(text -> ", " + text)
        .collect(Collectors.joining());
  }
}
