package loadgate.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When one stage of the load took place, counted from the first user's start.
 *
 * @param load that the stage reached: users, or arrivals per second
 * @param reached when that was; the end if the load changed all through the stage
 */
public record StageWindow(double load, Duration start, Duration reached, Duration end) {

  /** How long the target may take to get used to a new load. */
  private static final Duration SETTLING = Duration.ofSeconds(5);

  public StageWindow {
    requireNonNull(start, "start");
    requireNonNull(reached, "reached");
    requireNonNull(end, "end");
  }

  /**
   * The stages of a profile, one after the other; an empty one for a simulation's own injection.
   */
  public static List<StageWindow> of(LoadProfile profile) {
    List<StageWindow> windows = new ArrayList<>();
    Duration start = Duration.ZERO;
    double load = 0;
    for (Stage stage : profile.stages()) {
      Duration end = start.plus(stage.duration());
      windows.add(new StageWindow(stage.target(), start, start.plus(stage.change(load)), end));
      start = end;
      load = stage.target();
    }
    if (windows.isEmpty()) {
      windows.add(new StageWindow(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }
    return List.copyOf(windows);
  }

  /** From when on the stage is judged: 5 s after its start, or a quarter of a shorter stage. */
  public Duration settled() {
    Duration quarter = end.minus(start).dividedBy(4);
    Duration settling = quarter.compareTo(SETTLING) < 0 ? quarter : SETTLING;
    Duration settled = start.plus(settling);
    return settled.compareTo(reached) > 0 ? settled : reached;
  }

  /** How long the stage is judged, in seconds; 0 if its load changed to its end. */
  public double settledSeconds() {
    return end.minus(settled()).toMillis() / 1e3;
  }
}
