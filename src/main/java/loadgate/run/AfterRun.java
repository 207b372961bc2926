package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.TrendsPage;
import loadgate.model.LoadProfile;
import loadgate.report.AtomicFile;
import loadgate.report.Indicators;
import loadgate.report.ReportFiles;
import loadgate.report.RunResult;
import loadgate.report.StageTable;
import loadgate.report.VerdictTable;
import loadgate.runlog.RunFolders;
import loadgate.runlog.RunLog;
import loadgate.settings.Settings;

/**
 * Does what is due between the last request and Gatling's report: completes the log, then writes
 * verdict, report files and history. Whatever goes wrong here, an {@link Error} included, is a line
 * on the console: it costs nothing that was measured, and never turns a run green.
 */
public record AfterRun(
    Settings settings, LoadProfile profile, Gates gates, List<Conclusion> conclusions) {

  /**
   * Finishes a run; never throws.
   *
   * @param simulation class name
   * @param ready when the run was about to start
   */
  public void finish(String simulation, Instant ready) {
    try {
      Optional<Path> folder = new RunFolders(settings.results()).find(simulation, ready);
      if (folder.isEmpty()) {
        complain(
            "no folder of this run under %s, so it fails; -Dgatling.resultsFolder names Gatling's"
                .formatted(settings.results()));
        return;
      }
      RunResult run = complete(folder.get());
      run.verdict().ifPresent(verdict -> printLast(new VerdictTable(verdict).text()));
      new ReportFiles(run, settings.formats())
          .writeTo(folder.get())
          .forEach(failure -> complain(failure.toString()));
      remember(run, folder.get());
    } catch (IOException | RuntimeException | Error e) {
      complain("no verdict and no record: " + e);
    }
  }

  private RunResult complete(Path folder) throws IOException {
    Path log = folder.resolve(RunLog.FILE_NAME);
    DerivedMetrics derived = new DerivedMetrics(profile, gates);
    try {
      RunResult run = new LogCompleter(gates, derived, conclusions).complete(log);
      show(derived.stages(), folder);
      return run;
    } catch (IOException | RuntimeException | Error e) {
      complain("the log was not completed, so the run fails: " + e);
      return RunResult.read(log, Optional.of(gates), Indicators.configured());
    } finally {
      derived.failures().forEach(AfterRun::complain);
    }
  }

  /** A single stage is the whole run, which all else is about. */
  private static void show(StageTable table, Path folder) {
    if (table.stages().size() < 2) {
      return;
    }
    System.out.println(table.text());
    try {
      AtomicFile.write(folder.resolve(StageTable.FILE_NAME), table.csv());
    } catch (IOException e) {
      complain(StageTable.FILE_NAME + " was not written: " + e.getMessage());
    }
  }

  private void remember(RunResult run, Path folder) {
    try {
      new HistoryFile(settings.results()).append(HistoryEntry.of(settings, run, folder));
      new TrendsPage(settings.results()).rebuild();
    } catch (IOException e) {
      complain("the history was not brought up to date: " + e.getMessage());
    }
  }

  private static void complain(String problem) {
    System.err.println("loadgate: " + problem);
  }

  /** After everything that Gatling prints when it has rendered its report. */
  private static void printLast(String text) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(text)));
  }
}
