package loadgate.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The load of one user type.
 *
 * @param peak the most users at a time, or arrivals per second in the open model
 */
public record UserTypeLoad(String userType, double peak, List<InjectionStep> steps) {

  /** Users times the seconds they are there; in the open model all arrivals. */
  public double userSeconds() {
    return steps.stream().mapToDouble(step -> step.mean() * step.duration().toMillis() / 1e3).sum();
  }

  /**
   * When each user of the closed model comes and goes, in the order of coming. Who came last leaves
   * first, so that those who were there before a spike stay through it.
   */
  List<UserLifetime> lifetimes() {
    List<UserLifetime> lifetimes = new ArrayList<>();
    Deque<Duration> present = new ArrayDeque<>();
    Duration time = Duration.ZERO;
    for (InjectionStep step : steps) {
      int change = (int) (step.to() - step.from());
      for (int i = 0; i < Math.abs(change); i++) {
        Duration moment = time.plus(step.duration().multipliedBy(i).dividedBy(Math.abs(change)));
        if (change > 0) {
          present.push(moment);
        } else {
          lifetimes.add(new UserLifetime(present.pop(), moment, present.size()));
        }
      }
      time = time.plus(step.duration());
    }
    while (!present.isEmpty()) {
      lifetimes.add(new UserLifetime(present.pop(), time, present.size()));
    }
    lifetimes.sort(Comparator.comparing(UserLifetime::start));
    return Collections.unmodifiableList(lifetimes);
  }
}
