package loadgate;

import io.gatling.javaapi.core.ChainBuilder;

/**
 * One of the things a user type does.
 *
 * @param weight its share among the tasks it stands beside; above 0
 */
public record Task(double weight, ChainBuilder chain) {

  public Task {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("a task's weight must be above 0, not " + weight);
    }
  }
}
