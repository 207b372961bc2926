package loadgate.metrics;

import java.util.List;
import loadgate.model.Measure;

/** Metrics that every user type has without declaring them. */
public final class UserTypeMetrics {

  /**
   * What a user could not do: requests that could not be built, functions that threw, iterations
   * that failed without a failed request.
   */
  public static final Metric UNSENT = new Metric(Measure.UNSENT, "Unsent");

  /** Users that got through their start, of all that came. */
  public static final Metric USERS_STARTED = new Metric(Measure.USERS_STARTED, "Users started");

  public static final List<Metric> ALL = List.of(UNSENT, USERS_STARTED);

  private UserTypeMetrics() {}
}
