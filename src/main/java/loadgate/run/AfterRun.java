package loadgate.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import loadgate.gates.GatlingJudgement;
import loadgate.gates.RunVerdict;
import loadgate.history.GitCommit;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.history.TrendsPage;
import loadgate.report.AtomicFile;
import loadgate.report.ErrorLines;
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
 * @param ownRun knows the folder of the run
 * @param told what ran, by labels
 */
record AfterRun(
    Settings settings,
    RunOrigin origin,
    LogCompleter completer,
    OwnRun ownRun,
    Map<String, String> told) {

  /** Finishes a run; never throws. */
  void finish() {
    try {
      GatlingJudgement gatling = GatlingJudgement.hear();
      Optional<Path> folder = ownRun.folder();
      if (folder.isEmpty()) {
        complain(
            "no folder of this run under %s, so it fails; -rf names the folder of the results"
                .formatted(ownRun.results()));
        return;
      }
      ended(folder.get()).printAtTheEnd(gatling);
    } catch (IOException | RuntimeException | Error e) {
      complain("no verdict and no record: " + e);
    }
  }

  /**
   * Records a run that ends before its time, as its log is at that moment; never throws. Gatling
   * judges nothing then.
   */
  void breakOff() {
    try {
      Optional<Path> folder = ownRun.folder();
      if (folder.isEmpty()) {
        // Gatling writes its log by the block.
        complain("nothing was written to its log yet, so there is no record of it");
        return;
      }
      RunResult run = recordedAsItIs(folder.get());
      System.out.println(
          new VerdictTable(run.verdict().orElseThrow(), ErrorLines.of(run.statistics())).text());
    } catch (IOException | RuntimeException | Error e) {
      complain("no record of the run that broke off: " + e);
    }
  }

  /**
   * Lets the log say that it is complete when all else is written: whatever breaks before leaves it
   * without its last record, and so the run red.
   */
  FinalVerdict ended(Path folder) throws IOException {
    try (CompletedLog log = completer.complete(folder.resolve(RunLog.FILE_NAME))) {
      show(completer.derived().stages(), folder);
      RunResult run = log.run().told(toldWithOrigin());
      FinalVerdict verdict = new FinalVerdict(run, () -> takenBack(log, folder));
      List<String> failures = new ArrayList<>(write(run, folder));
      if (failures.isEmpty()) {
        failures.addAll(remember(run, folder, false));
      }
      if (failures.isEmpty()) {
        log.end();
        return verdict;
      }
      failures.forEach(AfterRun::complain);
      complain("the record of the run is not whole, so the run fails");
    } catch (IOException | RuntimeException | Error e) {
      complain("the log was not completed, so the run fails: " + e);
    }
    RunResult incomplete = recordedAsItIs(folder);
    return new FinalVerdict(incomplete, incomplete.verdict()::orElseThrow);
  }

  private RunVerdict takenBack(CompletedLog log, Path folder) {
    try {
      log.takeBack();
      return recordedAsItIs(folder).verdict().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records a run whose log does not say that it is complete, once, whatever was said before. */
  private RunResult recordedAsItIs(Path folder) throws IOException {
    RunResult run = read(folder);
    write(run, folder).forEach(AfterRun::complain);
    remember(run, folder, true).forEach(AfterRun::complain);
    return run;
  }

  private RunResult read(Path folder) throws IOException {
    return RunResult.read(
            folder.resolve(RunLog.FILE_NAME),
            Optional.of(completer.gates()),
            Indicators.configured())
        .told(toldWithOrigin());
  }

  private Map<String, String> toldWithOrigin() {
    Map<String, String> all = new LinkedHashMap<>(told);
    GitCommit.of(Path.of("")).ifPresent(commit -> all.put("commit", commit));
    all.put("machine", Machine.current().text());
    return all;
  }

  /** A single stage is the whole run, which all else is about. */
  private static void show(StageTable table, Path folder) {
    try {
      if (table.stages().size() > 1) {
        System.out.println(table.text());
        AtomicFile.write(folder.resolve(StageTable.FILE_NAME), table.csv());
      }
    } catch (IOException | RuntimeException | Error e) {
      complain(StageTable.FILE_NAME + " was not written: " + e);
    }
  }

  private List<String> write(RunResult run, Path folder) {
    return new ReportFiles(run, settings.formats())
        .writeTo(folder).stream().map(Object::toString).toList();
  }

  private List<String> remember(RunResult run, Path folder, boolean anew) {
    try {
      HistoryFile history = new HistoryFile(ownRun.results());
      HistoryEntry entry = HistoryEntry.of(origin, OptionalInt.empty(), run, folder);
      if (anew) {
        history.replace(entry);
      } else {
        history.append(entry);
      }
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
}
