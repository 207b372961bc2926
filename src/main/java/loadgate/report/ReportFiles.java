package loadgate.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loadgate.model.ExportFormat;

/**
 * Writes the files that a run leaves beside Gatling's report. {@code docs/run-record.md} lists
 * them.
 *
 * @param formats of other tools, written beside the record
 */
public record ReportFiles(RunResult run, Set<ExportFormat> formats) {

  private static final List<ReportFile> FILES =
      List.of(
          record("stats.json", StatsJson::of),
          record("junit.xml", JUnitXml::of),
          record(GatesJson.FILE_NAME, GatesJson::of),
          record("summary.md", SummaryMarkdown::of),
          record("loadgate.html", RunPage::of),
          export(ExportFormat.GATLING_3_13, "js/global_stats.json", GatlingStatsJson::global),
          export(ExportFormat.GATLING_3_13, "js/stats.json", GatlingStatsJson::tree),
          export(ExportFormat.GATLING_3_13, "js/assertions.xml", AssertionsXml::of),
          export(ExportFormat.LOCUST, "stats.csv", LocustStats::of),
          export(ExportFormat.LOCUST, "stats_history.csv", LocustHistory::of),
          export(ExportFormat.LOCUST, "failures.csv", LocustFailures::of));

  /** One of the files; without a format it is part of the record, which is always written. */
  private record ReportFile(String name, Optional<ExportFormat> format, ReportFormat content) {}

  private static ReportFile record(String name, ReportFormat content) {
    return new ReportFile(name, Optional.empty(), content);
  }

  private static ReportFile export(ExportFormat format, String name, ReportFormat content) {
    return new ReportFile(name, Optional.of(format), content);
  }

  public ReportFiles {
    formats = Set.copyOf(formats);
  }

  /** A file that could not be written, and why, in one line. */
  public record Failure(String file, String reason) {

    @Override
    public String toString() {
      return file + " was not written: " + reason;
    }
  }

  /**
   * Writes the record and the formats, each file on its own: one that fails costs no other. A
   * reader never sees half a file.
   *
   * @return what could not be written
   */
  public List<Failure> writeTo(Path folder) {
    List<Failure> failures = new ArrayList<>();
    for (ReportFile file : FILES) {
      if (file.format().isPresent() && !formats.contains(file.format().get())) {
        continue;
      }
      try {
        AtomicFile.write(folder.resolve(file.name()), file.content().of(run));
      } catch (IOException | RuntimeException | Error e) {
        failures.add(new Failure(file.name(), reason(e)));
      }
    }
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
