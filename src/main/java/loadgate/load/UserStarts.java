package loadgate.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of users that start within a time. Gatling spreads users over whole seconds only and
 * loses those that are to start in less than one; so a time is cut into whole seconds and a rest,
 * whose users start at once.
 *
 * @param users that start; may be 0
 * @param over the time within which they start; zero to start at once
 */
record UserStarts(int users, Duration over) {

  /** The starts of one step of the closed model, which take as long as the step. */
  static List<UserStarts> of(InjectionStep step) {
    Duration whole = Duration.ofSeconds(step.duration().toSeconds());
    Duration rest = step.duration().minus(whole);
    int users = Math.max(0, (int) (step.to() - step.from()));
    int inWhole =
        step.duration().isZero()
            ? 0
            : (int) (users * whole.toMillis() / step.duration().toMillis());
    List<UserStarts> starts = new ArrayList<>();
    add(starts, inWhole, whole);
    add(starts, users - inWhole, Duration.ZERO);
    add(starts, 0, rest);
    return starts;
  }

  private static void add(List<UserStarts> starts, int users, Duration over) {
    if (users > 0 || !over.isZero()) {
      starts.add(new UserStarts(users, over));
    }
  }
}
