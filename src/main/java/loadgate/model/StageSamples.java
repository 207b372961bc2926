package loadgate.model;

import static java.util.Objects.requireNonNull;

/**
 * The requests of one stage of the load.
 *
 * @param samples those that ended while the stage was judged, from {@link StageWindow#settled()} on
 */
public record StageSamples(StageWindow window, Samples samples) {

  public StageSamples {
    requireNonNull(window, "window");
    requireNonNull(samples, "samples");
  }

  /** Whether the stage had users or arrivals. */
  boolean hasLoad() {
    return window.load() > 0;
  }

  /** Successful requests per second and user (or arrival per second). */
  double throughputPerLoad() {
    return samples.successesPerSecond() / window.load();
  }
}
