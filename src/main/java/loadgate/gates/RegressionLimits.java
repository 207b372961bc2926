package loadgate.gates;

import java.util.List;
import loadgate.model.GateLimits;

/**
 * Limits that come from earlier runs.
 *
 * @param basis what the run is compared with, or why with nothing, for people
 */
public record RegressionLimits(List<GateLimits> limits, String basis) {

  public RegressionLimits {
    limits = List.copyOf(limits);
  }

  /** No limits. */
  public static RegressionLimits none(String reason) {
    return new RegressionLimits(List.of(), reason);
  }
}
