package loadgate.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures on the course of a run: what changed from stage to stage, or while the load was full. */
public enum StageMeasure {
  /** Successful requests per second from the end of the last rise to the end of the profile. */
  STEADY_THROUGHPUT("steady-throughput", "Steady throughput (1/s)", Unit.PER_SECOND, false),
  /** The same in the last stage that has users, once it has settled. */
  FINAL_THROUGHPUT("final-throughput", "Final throughput (1/s)", Unit.PER_SECOND, false),
  /** The lowest throughput per user of a later stage, as a share of the first stage's. */
  SCALING_EFFICIENCY("scaling-efficiency", "Scaling efficiency (%)", Unit.PERCENT, false),
  /** The failed share of the second half, as a percentage of the first half's. */
  FAILURE_DRIFT("failure-drift", "Failure drift (%)", Unit.PERCENT, true),
  /** The 95th percentile of the last stage, as a percentage of the first stage's. */
  FINAL_P95_GROWTH("final-p95-growth", "Final p95 against first (%)", Unit.PERCENT, true);

  private final String settingsName;
  private final String title;
  private final Unit unit;
  private final boolean upper;

  StageMeasure(String settingsName, String title, Unit unit, boolean upper) {
    this.settingsName = settingsName;
    this.title = title;
    this.unit = unit;
    this.upper = upper;
  }

  /** The name in the report. */
  public String title() {
    return title;
  }

  /** As a measure that gates may limit. */
  public Measure measure() {
    return new Measure(settingsName, Measure.Kind.COURSE, Optional.empty(), unit, upper);
  }

  /** All names in the settings, for messages. */
  public static String names() {
    return Arrays.stream(values())
        .map(course -> course.settingsName)
        .collect(Collectors.joining(", "));
  }

  static Optional<StageMeasure> named(String name) {
    return Arrays.stream(values()).filter(course -> course.settingsName.equals(name)).findFirst();
  }
}
