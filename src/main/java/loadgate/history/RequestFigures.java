package loadgate.history;

import loadgate.model.Measure;
import loadgate.stats.Statistics;
import loadgate.stats.Summary;

/**
 * The figures of some requests, failed ones included; times are in milliseconds.
 *
 * @param failedPercent from 0 to 100
 * @param perSecond over the whole run
 */
public record RequestFigures(
    long count,
    double failedPercent,
    double perSecond,
    double meanMillis,
    long p50Millis,
    long p95Millis,
    long p99Millis,
    long maxMillis) {

  /** The figure of a measure that runs are compared by, in its unit. */
  double of(Measure measure) {
    return switch (measure.name()) {
      case "p50" -> p50Millis;
      case "p95" -> p95Millis;
      case "p99" -> p99Millis;
      case Measure.TYPICAL_TIME -> Measure.typicalTime(p50Millis, p95Millis, p99Millis);
      case Measure.FAILURE_RATE -> failedPercent;
      case "throughput" -> perSecond;
      default -> throw new IllegalArgumentException("the history has no " + measure.name());
    };
  }

  static RequestFigures of(Summary summary) {
    Statistics all = summary.all();
    return new RequestFigures(
        all.count(),
        summary.koPercent(),
        all.perSecond(),
        all.mean(),
        all.percentile(50),
        all.percentile(95),
        all.percentile(99),
        all.max());
  }
}
