package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import loadgate.gates.AssertedGates;
import loadgate.gates.Gates;
import loadgate.report.GatesJson;
import loadgate.report.Indicators;
import loadgate.report.MeasuredRun;
import loadgate.report.Notes;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;

/**
 * A run on disk.
 *
 * @param folder that holds its files
 */
record FinishedRun(Path folder, RunLog log) {

  /**
   * @param run the folder of a run, or its log
   * @throws IOException if there is no log
   */
  static FinishedRun at(Path run) throws IOException {
    Path log = Files.isDirectory(run) ? run.resolve(RunLog.FILE_NAME) : run;
    if (!Files.isRegularFile(log)) {
      throw new IOException("no run log at " + log);
    }
    return new FinishedRun(log.toAbsolutePath().getParent(), new RunLog(log));
  }

  /**
   * Reads the log, and the gates from the run's own file or else from the assertions in its log.
   *
   * @param warnings gets a line each for a log that breaks off and for a run without gates
   */
  MeasuredRun read(PrintWriter warnings) throws IOException {
    Optional<Gates> gates = GatesJson.read(folder);
    if (gates.isEmpty()) {
      gates = AssertedGates.of(RunStatistics.of(log.file()));
    }
    MeasuredRun run = MeasuredRun.read(log.file(), gates, Indicators.configured());
    Notes.truncation(run.statistics()).ifPresent(note -> warnings.println("loadgate: " + note));
    if (gates.isEmpty()) {
      warnings.println("loadgate: " + Notes.NO_GATES);
    }
    return run;
  }
}
