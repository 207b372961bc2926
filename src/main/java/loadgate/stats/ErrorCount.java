package loadgate.stats;

import static java.util.Objects.requireNonNull;

/**
 * How often one request failed in one way.
 *
 * @param request its path, joined as in Gatling's report; empty for an error of the simulation
 *     itself
 * @param percent its share of all errors of the run
 */
public record ErrorCount(String request, String message, long count, double percent) {

  public ErrorCount {
    requireNonNull(request, "request");
    requireNonNull(message, "message");
  }

  /** For people: {@code Checkout / Pay: status.find.is(200), found 500}. */
  public String text() {
    return request.isEmpty() ? message : request + ": " + message;
  }
}
