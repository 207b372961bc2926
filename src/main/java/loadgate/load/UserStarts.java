package loadgate.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Users that come within a stretch of time. Gatling spreads users over whole seconds only, and
 * loses all of those that are to come in less than one; so a stretch is cut into whole seconds and
 * a rest, whose users come at once.
 *
 * @param users 0 to let nobody come
 * @param over the time they come in; nothing to come at once
 */
record UserStarts(int users, Duration over) {

  /** The arrivals of one step of the closed model, which take as long as the step. */
  static List<UserStarts> of(InjectionStep step) {
    Duration whole = Duration.ofSeconds(step.duration().toSeconds());
    Duration rest = step.duration().minus(whole);
    int users = Math.max(0, (int) (step.to() - step.from()));
    int inWhole =
        step.duration().isZero()
            ? 0
            : (int) (users * whole.toMillis() / step.duration().toMillis());
    List<UserStarts> arrivals = new ArrayList<>();
    add(arrivals, inWhole, whole);
    add(arrivals, users - inWhole, Duration.ZERO);
    add(arrivals, 0, rest);
    return arrivals;
  }

  private static void add(List<UserStarts> arrivals, int users, Duration over) {
    if (users > 0 || !over.isZero()) {
      arrivals.add(new UserStarts(users, over));
    }
  }
}
