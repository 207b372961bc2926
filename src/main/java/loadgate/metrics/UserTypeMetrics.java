package loadgate.metrics;

import java.util.List;
import java.util.stream.Stream;
import loadgate.model.Measure;
import loadgate.model.Unit;

/** Metrics that every user type has without declaring them. */
public final class UserTypeMetrics {

  /**
   * What a user could not do: requests that could not be built, functions that threw, iterations
   * that failed without a failed request.
   */
  public static final Metric UNSENT = new Metric(Measure.UNSENT, "Unsent");

  /** Users that got through their start at the first attempt, of all that came. */
  public static final Metric USERS_STARTED = new Metric(Measure.USERS_STARTED, "Users started");

  /**
   * Users that got to their end, of all that came. In a plain simulation also those who were at
   * work when the load was ended, and those who left because something failed.
   */
  public static final Metric USERS_FINISHED = new Metric(Measure.USERS_FINISHED, "Users finished");

  /** Users all of whose requests and iterations worked. */
  public static final Metric USER_SUCCESS =
      new Metric("user-success-rate", "Users without failure");

  /** The failed share of the requests of the user that fared worst. */
  public static final Metric WORST_USER = percent("worst-user", "Worst user (% failed)");

  /** The same over one connection. */
  public static final Metric WORST_CONNECTION =
      percent("worst-connection", "Worst connection (% failed)");

  /** The same to one remote address, when there are several. */
  public static final Metric WORST_ADDRESS = percent("worst-address", "Worst address (% failed)");

  /** The failed share of the silent requests of the name that fared worst. */
  public static final Metric SILENT_FAILURES =
      percent("silent-failures", "Silent requests (% failed)");

  /** The longest time that one user waited for one answer. */
  public static final Metric LONGEST_WAIT = millis("longest-wait", "Longest wait (ms)");

  /** The longest time in which users of one scenario waited and none of them got an answer. */
  public static final Metric SCENARIO_STALL =
      millis("scenario-stall", "Longest stall of a scenario (ms)");

  /** What both user types and plain simulations have. */
  private static final List<Metric> OF_USERS =
      List.of(
          UNSENT,
          USERS_FINISHED,
          USER_SUCCESS,
          WORST_USER,
          WORST_CONNECTION,
          WORST_ADDRESS,
          SILENT_FAILURES,
          LONGEST_WAIT);

  /** The longest time in which users were there and sent nothing, in percent of the load. */
  public static final Metric SILENCE = percent("silence", "Longest silence (% of the load)");

  public static final List<Metric> ALL = with(USERS_STARTED);

  /** What a plain simulation has as a whole; each user type has a longest stall of its own. */
  public static final List<Metric> OF_SIMULATION = with(SCENARIO_STALL, SILENCE);

  private static List<Metric> with(Metric... others) {
    return Stream.concat(OF_USERS.stream(), Stream.of(others)).toList();
  }

  private static Metric percent(String name, String title) {
    return Metric.derivedValues(name, title, Unit.PERCENT);
  }

  private static Metric millis(String name, String title) {
    return Metric.derivedValues(name, title, Unit.MILLISECONDS);
  }

  private UserTypeMetrics() {}
}
