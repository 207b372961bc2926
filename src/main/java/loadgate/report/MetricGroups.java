package loadgate.report;

import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;

/** Tells metrics from the groups that Gatling records them as. */
final class MetricGroups {

  private MetricGroups() {}

  /** A group in which no request was made holds no response times, but a metric's values. */
  static boolean is(PathStatistics path, RunStatistics run) {
    return path.kind() == PathKind.GROUP && !run.hasRequestsIn(path.path());
  }
}
