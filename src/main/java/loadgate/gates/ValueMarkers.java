package loadgate.gates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;

/**
 * Adds to each gate on values one on the share of looks that found a value, unless the settings
 * have it: a gate on values is met by a single one.
 */
final class ValueMarkers {

  private static final Limit LEAST = new Limit(Direction.ABOVE, true, 90);

  private ValueMarkers() {}

  static List<GateLimits> added(List<GateLimits> settings, Collection<MeasuredUserType> userTypes) {
    List<GateLimits> all = new ArrayList<>(settings);
    for (GateLimits gate : settings) {
      gate.measure()
          .metric()
          .filter(values -> gate.measure().isOfValues() && gate.fail().isPresent())
          .map(values -> marker(gate, Measure.of(Measure.markerRate(values))))
          .filter(marker -> userTypes.stream().anyMatch(type -> type.has(marker)))
          .filter(marker -> all.stream().noneMatch(other -> isOnTheSame(marker, other)))
          .ifPresent(all::add);
    }
    return all;
  }

  private static boolean isOnTheSame(GateLimits one, GateLimits other) {
    return one.userType().equals(other.userType()) && one.measure().equals(other.measure());
  }

  private static GateLimits marker(GateLimits values, Measure measure) {
    return new GateLimits(
        values.userType(),
        Optional.empty(),
        measure,
        Optional.of(LEAST),
        Optional.empty(),
        1,
        values.where());
  }
}
