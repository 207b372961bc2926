package loadgate.gates;

import java.util.List;
import loadgate.gates.MeasuredUserType.MeasuredMetric;

/** A simulation that has no user types, with what is measured of it beside its requests. */
public final class MeasuredSimulation {

  static final String NAME = "simulation";

  /** Its name in the report. */
  public static final String GROUP = "Simulation";

  private MeasuredSimulation() {}

  /** With the metrics that gates may limit. */
  public static MeasuredUserType with(List<MeasuredMetric> metrics) {
    return new MeasuredUserType(NAME, GROUP, metrics);
  }
}
