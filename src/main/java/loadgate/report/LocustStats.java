package loadgate.report;

import java.util.ArrayList;
import java.util.List;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.Statistics;
import loadgate.stats.Summary;

/** {@code stats.csv} with Locust's columns: a row for each request and one for all of them. */
final class LocustStats {

  /** Locust's percentiles, in the order of its columns. */
  private static final List<Double> PERCENTILES =
      List.of(50.0, 66.0, 75.0, 80.0, 90.0, 95.0, 98.0, 99.0, 99.9, 99.99, 100.0);

  private LocustStats() {}

  static String of(RunResult run) {
    Csv csv =
        new Csv(
            ("Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,"
                    + "Min Response Time,Max Response Time,Average Content Size,Requests/s,"
                    + "Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%")
                .split(","));
    for (PathStatistics path : run.statistics().paths()) {
      if (path.kind() == PathKind.REQUEST) {
        csv.row(row(String.join(" / ", path.path()), path.summary()));
      }
    }
    csv.row(row("Aggregated", run.statistics().global()));
    return csv.text();
  }

  /** A run log has neither the HTTP method nor the size of an answer. */
  private static List<Object> row(String name, Summary summary) {
    Statistics all = summary.all();
    List<Object> row =
        new ArrayList<>(
            List.of(
                "",
                name,
                all.count(),
                summary.ko().count(),
                all.percentile(50),
                all.mean(),
                all.min(),
                all.max(),
                "",
                all.perSecond(),
                summary.ko().perSecond()));
    PERCENTILES.forEach(percent -> row.add(all.percentile(percent)));
    return row;
  }
}
