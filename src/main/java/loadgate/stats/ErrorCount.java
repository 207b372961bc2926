package loadgate.stats;

import static java.util.Objects.requireNonNull;

/**
 * How often one error occurred.
 *
 * @param percent its share of all errors of the run
 */
public record ErrorCount(String message, long count, double percent) {

  public ErrorCount {
    requireNonNull(message, "message");
  }
}
