package simulations.users.marketdata;

import java.util.Collections;
import java.util.List;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.stats.PathKind;
import loadgate.stats.RunStatistics;

/** Counts requests that took more than a second. */
final class SlowRequests {

  static final Metric SLOW = new Metric("slow-queries", "Slow query");

  private static final int LIMIT_MILLIS = 1_000;

  private SlowRequests() {}

  /** The number for one user type, by its title in the report. */
  static DerivedMetric of(String title, RunStatistics run) {
    long slow =
        run.paths().stream()
            .filter(path -> path.kind() == PathKind.REQUEST && path.path().get(0).equals(title))
            .map(path -> path.summary().all().distribution())
            .mapToLong(times -> times.count() - times.countBelow(LIMIT_MILLIS + 1))
            .sum();
    return new DerivedMetric(SLOW, occurrences(slow));
  }

  /** That many occurrences; for 0 the sample that records a measured zero. */
  static List<Metric.Sample> occurrences(long count) {
    return count == 0
        ? List.of(Metric.Sample.none())
        : Collections.nCopies(Math.toIntExact(count), Metric.Sample.occurrence());
  }
}
