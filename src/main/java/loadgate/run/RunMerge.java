package loadgate.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import loadgate.gates.LogCompletion;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.TrendsPage;
import loadgate.report.AtomicFile;
import loadgate.report.ReportFiles;
import loadgate.report.RunResult;
import loadgate.report.StageTable;
import loadgate.run.InjectorRecord.WholeRun;
import loadgate.runlog.BesideReading;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogMerge;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.RunLogWriter;

/**
 * Makes one run of what several injectors left: one log, with what is added to the log of every
 * run, its record and its line in the history. The gates are those that the injectors had: they
 * left them in {@link InjectorRecord}.
 */
public final class RunMerge {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final InjectorFolders injectors;

  /**
   * @param folders of the injectors' runs, in any order
   * @throws IOException if one is given twice or has no log, if the logs are of several
   *     simulations, or if no injector ended as it should
   */
  public RunMerge(List<Path> folders) throws IOException {
    injectors = new InjectorFolders(folders);
  }

  /** The folder of the run among others, named as Gatling names that of the first injector. */
  public Path folderIn(Path results) throws IOException {
    try (RunLogMerge logs = new RunLogMerge(injectors.logs())) {
      String simulation = logs.header().simulationClass();
      return results.resolve(
          "%s-%s-merged"
              .formatted(
                  simulation.substring(simulation.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT),
                  TIME.format(logs.header().start())));
    }
  }

  /**
   * Merges into a folder that does not exist yet, and adds the run to the history beside it.
   *
   * @return with its verdict: incomplete when something of the injectors is missing
   * @throws IOException if the folder exists, or something cannot be read or written
   */
  public RunResult into(Path folder) throws IOException {
    WholeRun run = injectors.run();
    DerivedMetrics derived = new DerivedMetrics(run.stages(), run.gates());
    try (CompletedLog log = merged(created(folder), derived)) {
      RunResult merged = log.run().told(told(run));
      List<ReportFiles.Failure> failures = new ReportFiles(merged, run.formats()).writeTo(folder);
      if (!failures.isEmpty()) {
        throw new IOException(failures.get(0).toString());
      }
      StageTable stages = derived.stages();
      if (stages.stages().size() > 1) {
        AtomicFile.write(folder.resolve(StageTable.FILE_NAME), stages.csv());
      }
      Path results = folder.toAbsolutePath().getParent();
      new HistoryFile(results)
          .append(
              HistoryEntry.of(run.origin(), OptionalInt.of(injectors.injectors()), merged, folder));
      log.end();
      new TrendsPage(results).rebuild();
      return merged;
    }
  }

  private static Path created(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    try {
      return Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(folder + " exists already");
    }
  }

  private CompletedLog merged(Path folder, DerivedMetrics derived) throws IOException {
    LogAdditions additions = LogAdditions.ofRun(injectors.run().gates(), derived);
    Path log = folder.resolve(RunLog.FILE_NAME);
    RunLogOutcome outcome;
    try (RunLogMerge logs = new RunLogMerge(injectors.logs());
        RunLogWriter writer = RunLogWriter.create(log);
        BesideReading statistics = new BesideReading(additions.listener())) {
      RunLogListener both = new RunLogListeners(List.of(statistics, writer));
      injectors.ended(logs.read(additions.withGroups(both)));
      statistics.await();
      outcome = new RunLogOutcome(logs.header(), OptionalLong.empty());
      additions.writeFigures(writer, outcome, List.of());
    }
    return additions.completed(
        log,
        outcome,
        injectors.flaws().isEmpty() ? LogCompletion.PATH : LogCompletion.PARTS_MISSING_PATH);
  }

  private Map<String, String> told(WholeRun run) {
    Map<String, String> told = new LinkedHashMap<>(run.told());
    told.put("injectors", injectors.injectors() + ", " + injectors.times().text());
    run.origin().commit().ifPresent(commit -> told.put("commit", commit));
    told.put("machine", run.origin().machine().text());
    if (!warnings().isEmpty()) {
      told.put("warnings", String.join("; ", warnings()));
    }
    return told;
  }

  /** Why the run is not complete, and what else is wrong with it, a line for each. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(injectors.flaws());
    injectors.times().clockWarning().ifPresent(warnings::add);
    return warnings;
  }
}
