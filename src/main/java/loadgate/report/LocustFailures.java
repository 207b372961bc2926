package loadgate.report;

import java.util.List;
import loadgate.stats.ErrorCount;

/** {@code failures.csv} with Locust's columns. A run log does not have the HTTP method. */
final class LocustFailures {

  private LocustFailures() {}

  static String of(RunResult run) {
    Csv csv = new Csv("Method", "Name", "Error", "Occurrences");
    for (ErrorCount error : run.statistics().errors()) {
      if (!error.request().isEmpty()) {
        csv.row(List.of("", error.request(), error.message(), error.count()));
      }
    }
    return csv.text();
  }
}
