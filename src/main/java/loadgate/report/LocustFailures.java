package loadgate.report;

import java.util.List;

/** {@code failures.csv} with Locust's columns. A run log does not have the HTTP method. */
final class LocustFailures {

  private LocustFailures() {}

  static String of(RunResult run) {
    Csv csv = new Csv("Method", "Name", "Error", "Occurrences");
    for (FailureCount failure : run.failures()) {
      csv.row(List.of("", failure.request(), failure.error(), failure.count()));
    }
    return csv.text();
  }
}
