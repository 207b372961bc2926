package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import loadgate.gates.Gates;
import loadgate.history.GitCommit;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.history.TrendsPage;
import loadgate.model.StageWindow;
import loadgate.report.AtomicFile;
import loadgate.report.Indicators;
import loadgate.report.ReportFiles;
import loadgate.report.RunResult;
import loadgate.report.StageTable;
import loadgate.report.VerdictTable;
import loadgate.runlog.RunLog;
import loadgate.settings.Settings;

/**
 * Does what is due between the last request and Gatling's report: completes the log, then writes
 * verdict, report files and history. Whatever goes wrong here, an {@link Error} included, is a line
 * on the console: it costs nothing that was measured, and never turns a run green. A run whose
 * record cannot be written is not complete.
 *
 * @param lost what Gatling could not write to the log
 * @param resources what was read of target and load generator
 * @param ownRun knows the folder of the run
 * @param told what ran, by labels
 */
public record AfterRun(
    Settings settings,
    Gates gates,
    List<Conclusion> conclusions,
    LostRecords lost,
    RunMonitor resources,
    OwnRun ownRun,
    Map<String, String> told) {

  /** Finishes a run; never throws. */
  public void finish() {
    try {
      Optional<Path> folder = ownRun.folder();
      if (folder.isEmpty()) {
        complain(
            "no folder of this run under %s, so it fails; -rf names the folder of the results"
                .formatted(ownRun.results()));
        return;
      }
      RunResult run = recorded(complete(folder.get()), folder.get());
      text(run).ifPresent(AfterRun::printLast);
    } catch (IOException | RuntimeException | Error e) {
      complain("no verdict and no record: " + e);
    }
  }

  /**
   * Records a run that ends before its time, as its log is at that moment; never throws. Gatling
   * judges nothing then.
   */
  public void breakOff() {
    try {
      Optional<Path> folder = ownRun.folder();
      if (folder.isEmpty()) {
        // Gatling writes its log by the block.
        complain("nothing was written to its log yet, so there is no record of it");
        return;
      }
      RunResult run = read(folder.get());
      write(run, folder.get()).forEach(AfterRun::complain);
      remember(run, folder.get()).forEach(AfterRun::complain);
      text(run).ifPresent(System.out::println);
    } catch (IOException | RuntimeException | Error e) {
      complain("no record of the run that broke off: " + e);
    }
  }

  private CompletedLog complete(Path folder) throws IOException {
    Path log = folder.resolve(RunLog.FILE_NAME);
    DerivedMetrics derived = new DerivedMetrics(StageWindow.of(settings.profile()), gates);
    ResourceMetrics read = new ResourceMetrics(settings.monitor(), resources.samples());
    resources.failure().ifPresent(AfterRun::complain);
    try {
      CompletedLog completed =
          new LogCompleter(gates, derived, read, conclusions, lost).complete(log);
      show(derived, folder);
      return completed;
    } catch (IOException | RuntimeException | Error e) {
      complain("the log was not completed, so the run fails: " + e);
      return new CompletedLog(read(folder), log, OptionalLong.empty());
    } finally {
      derived.failures().forEach(AfterRun::complain);
    }
  }

  private RunResult read(Path folder) throws IOException {
    return RunResult.read(
            folder.resolve(RunLog.FILE_NAME), Optional.of(gates), Indicators.configured())
        .told(toldWithOrigin());
  }

  private Map<String, String> toldWithOrigin() {
    Map<String, String> all = new LinkedHashMap<>(told);
    GitCommit.of(Path.of("")).ifPresent(commit -> all.put("commit", commit));
    all.put("machine", Machine.current().text());
    return all;
  }

  /** A single stage is the whole run, which all else is about. */
  private static void show(DerivedMetrics derived, Path folder) {
    try {
      StageTable table = derived.stages();
      if (table.stages().size() > 1) {
        System.out.println(table.text());
        AtomicFile.write(folder.resolve(StageTable.FILE_NAME), table.csv());
      }
    } catch (IOException | RuntimeException | Error e) {
      complain(StageTable.FILE_NAME + " was not written: " + e);
    }
  }

  /** Writes files and history; if they cannot be written whole, what there is of them says so. */
  private RunResult recorded(CompletedLog log, Path folder) {
    RunResult run = log.run().told(toldWithOrigin());
    List<String> failures = new ArrayList<>(write(run, folder));
    boolean remembered = false;
    if (failures.isEmpty()) {
      failures.addAll(remember(run, folder));
      remembered = true;
    }
    if (failures.isEmpty()) {
      return run;
    }
    failures.forEach(AfterRun::complain);
    complain("the record of the run is not whole, so the run fails");
    try {
      log.revoke();
      RunResult incomplete = read(folder);
      write(incomplete, folder);
      if (!remembered) {
        remember(incomplete, folder);
      }
      return incomplete;
    } catch (IOException | RuntimeException | Error e) {
      complain("the log still says that it is complete: " + e);
      return run;
    }
  }

  private List<String> write(RunResult run, Path folder) {
    return new ReportFiles(run, settings.formats())
        .writeTo(folder).stream().map(Object::toString).toList();
  }

  private List<String> remember(RunResult run, Path folder) {
    try {
      new HistoryFile(ownRun.results())
          .append(HistoryEntry.of(RunOrigin.of(settings), OptionalInt.empty(), run, folder));
    } catch (IOException | RuntimeException | Error e) {
      return List.of("the history was not brought up to date: " + e);
    }
    try {
      new TrendsPage(ownRun.results()).rebuild();
    } catch (IOException | RuntimeException | Error e) {
      complain(TrendsPage.FILE_NAME + " was not brought up to date: " + e);
    }
    return List.of();
  }

  private static void complain(String problem) {
    System.err.println("loadgate: " + problem);
  }

  private static Optional<String> text(RunResult run) {
    return run.verdict().map(verdict -> new VerdictTable(verdict).text());
  }

  /** After everything that Gatling prints when it has rendered its report. */
  private static void printLast(String text) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(text)));
  }
}
