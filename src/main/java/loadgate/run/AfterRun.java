package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loadgate.UserType;
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
import loadgate.target.Target;

/**
 * What is done between the last request and Gatling's report: figures on the whole run, verdict,
 * record, history. Whatever goes wrong here is a line on the console and costs nothing else.
 */
public record AfterRun(
    Settings settings, LoadProfile profile, Gates gates, List<UserType> present, Target target) {

  /**
   * Closes a run; never throws.
   *
   * @param simulation class name
   * @param ready when the run was about to start
   */
  public void close(String simulation, Instant ready) {
    try {
      Optional<Path> folder = new RunFolders(settings.results()).find(simulation, ready);
      if (folder.isEmpty()) {
        complain(
            "no folder of this run under %s; is it the folder that Gatling writes to?"
                .formatted(settings.results()));
        return;
      }
      Path log = folder.get().resolve(RunLog.FILE_NAME);
      Optional<StageTable> stages = addFigures(log);
      RunResult run = RunResult.read(log, Optional.of(gates), Indicators.configured());
      stages.ifPresent(table -> show(table, folder.get()));
      run.verdict().ifPresent(verdict -> printLast(new VerdictTable(verdict).text()));
      new ReportFiles(run, settings.formats())
          .writeTo(folder.get())
          .forEach(failure -> complain(failure.toString()));
      remember(run, folder.get());
    } catch (IOException | RuntimeException e) {
      complain("no verdict and no record: " + e.getMessage());
    }
  }

  private Optional<StageTable> addFigures(Path log) {
    try {
      DerivedMetrics figures = new DerivedMetrics(profile, gates);
      figures.addTo(log, present, target).forEach(AfterRun::complain);
      return Optional.of(figures.stages());
    } catch (IOException | RuntimeException e) {
      complain("no figures on the whole run: " + e.getMessage());
      return Optional.empty();
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
