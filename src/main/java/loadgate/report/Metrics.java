package loadgate.report;

import loadgate.stats.Kind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;

/** Tells metrics from the groups that Gatling records them as. */
final class Metrics {

  private Metrics() {}

  /** A group in which no request was made holds no response times, but a metric's values. */
  static boolean is(PathStatistics path, RunStatistics run) {
    return path.kind() == Kind.GROUP
        && run.paths().stream()
            .noneMatch(
                other ->
                    other.kind() == Kind.REQUEST
                        && other.path().size() > path.path().size()
                        && other.path().subList(0, path.path().size()).equals(path.path()));
  }
}
