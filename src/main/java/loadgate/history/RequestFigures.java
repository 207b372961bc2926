package loadgate.history;

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
