package loadgate.gates;

import java.util.List;
import java.util.Optional;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.model.Measure;

/** What is measured of a simulation that has no user types, beside its requests. */
public final class MeasuredSimulation {

  static final String NAME = "simulation";

  /** Requests that could not be built. */
  public static final MeasuredMetric UNSENT =
      new MeasuredMetric(Measure.UNSENT, "Unsent", Optional.empty());

  public static final MeasuredUserType SIMULATION =
      new MeasuredUserType(NAME, "Simulation", List.of(UNSENT));

  private MeasuredSimulation() {}
}
