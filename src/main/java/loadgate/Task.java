package loadgate;

import io.gatling.javaapi.core.ChainBuilder;

/**
 * One of the things a user does, drawn by {@link Chains#weighted}.
 *
 * @param weight its share among the tasks beside it; above 0
 */
public record Task(double weight, ChainBuilder chain) {

  public Task {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("a task's weight must be above 0, not " + weight);
    }
  }
}
