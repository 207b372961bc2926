package loadgate.report;

import java.util.List;
import loadgate.stats.Timeline;

/**
 * {@code stats_history.csv} with Locust's columns: a row for each step of the timeline. Percentiles
 * are those of the step, totals from the start of the run. Totals that only a full reading of the
 * log up to each step could give stay empty.
 */
final class LocustHistory {

  private LocustHistory() {}

  static String of(RunResult run) {
    Csv csv =
        new Csv(
            ("Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,"
                    + "99.9%,99.99%,100%,Total Request Count,Total Failure Count,"
                    + "Total Median Response Time,Total Average Response Time,"
                    + "Total Min Response Time,Total Max Response Time,Total Average Content Size")
                .split(","));
    Timeline timeline = run.statistics().timeline();
    long start = run.statistics().header().start().getEpochSecond();
    double stepSeconds = timeline.step().toMillis() / 1e3;
    long requests = 0;
    long failures = 0;
    long max = 0;
    for (Timeline.Step step : timeline.steps()) {
      requests += step.ok() + step.ko();
      failures += step.ko();
      max = Math.max(max, step.max());
      csv.row(
          List.of(
              start + step.startSeconds(),
              step.activeUsers(),
              "",
              "Aggregated",
              (step.ok() + step.ko()) / stepSeconds,
              step.ko() / stepSeconds,
              step.p50(),
              "",
              "",
              "",
              "",
              step.p95(),
              "",
              "",
              "",
              "",
              step.max(),
              requests,
              failures,
              "",
              "",
              "",
              max,
              ""));
    }
    return csv.text();
  }
}
