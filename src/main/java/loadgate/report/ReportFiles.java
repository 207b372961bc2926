package loadgate.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that a run leaves beside Gatling's report. {@code docs/run-record.md} lists them. */
public record ReportFiles(RunResult run) {

  private static final Map<String, ReportFormat> EXPORTS = exports();

  private static Map<String, ReportFormat> exports() {
    Map<String, ReportFormat> exports = new LinkedHashMap<>();
    exports.put("stats.json", StatsJson::of);
    exports.put("js/global_stats.json", GatlingStatsJson::global);
    exports.put("js/stats.json", GatlingStatsJson::tree);
    exports.put("js/assertions.xml", AssertionsXml::of);
    exports.put("stats.csv", LocustStats::of);
    exports.put("stats_history.csv", LocustHistory::of);
    exports.put("failures.csv", LocustFailures::of);
    exports.put("junit.xml", JUnitXml::of);
    exports.put(GatesJson.FILE_NAME, GatesJson::of);
    exports.put("summary.md", SummaryMarkdown::of);
    exports.put("loadgate.html", RunPage::of);
    return Collections.unmodifiableMap(exports);
  }

  /** A file that could not be written, and why, in one line. */
  public record Failure(String file, String reason) {

    @Override
    public String toString() {
      return file + " was not written: " + reason;
    }
  }

  /**
   * Writes all files, each on its own: one that fails costs no other. A reader never sees half a
   * file.
   *
   * @return what could not be written
   */
  public List<Failure> writeTo(Path folder) {
    List<Failure> failures = new ArrayList<>();
    EXPORTS.forEach(
        (name, export) -> {
          try {
            AtomicFile.write(folder.resolve(name), export.of(run));
          } catch (IOException | RuntimeException | LinkageError e) {
            failures.add(new Failure(name, reason(e)));
          }
        });
    return failures;
  }

  private static String reason(Throwable e) {
    String message =
        e instanceof FileSystemException && ((FileSystemException) e).getReason() != null
            ? ((FileSystemException) e).getReason()
            : e.getMessage();
    return (e.getClass().getSimpleName() + ": " + message).lines().findFirst().orElse("");
  }
}
