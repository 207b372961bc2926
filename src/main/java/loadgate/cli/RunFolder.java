package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import loadgate.gates.AssertionOutcome;
import loadgate.gates.Gates;
import loadgate.gates.GatesFromAssertions;
import loadgate.report.GatesJson;
import loadgate.report.Indicators;
import loadgate.report.Notes;
import loadgate.report.RunResult;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;

/**
 * The folder of a finished run.
 *
 * @param folder that holds its files
 */
record RunFolder(Path folder, RunLog log) {

  /**
   * @param run the folder of a run, or its log
   * @throws IOException if there is no log
   */
  static RunFolder at(Path run) throws IOException {
    Path log = Files.isDirectory(run) ? run.resolve(RunLog.FILE_NAME) : run;
    if (!Files.isRegularFile(log)) {
      throw new IOException("no run log at " + log);
    }
    return new RunFolder(log.toAbsolutePath().getParent(), new RunLog(log));
  }

  /**
   * Reads the log, and the gates from the run's own file or else from the assertions in its log.
   *
   * @param warnings gets a line each for a log that breaks off and for a run without gates
   */
  RunResult read(PrintWriter warnings) throws IOException {
    Optional<Gates> gates = GatesJson.read(folder);
    if (gates.isEmpty()) {
      gates = GatesFromAssertions.of(RunStatistics.of(log.file()));
    }
    RunResult run =
        RunResult.read(log.file(), gates, Indicators.configured()).told(GatesJson.told(folder));
    Notes.warning(run).ifPresent(note -> warnings.println("loadgate: " + note));
    RunHeader header = run.statistics().header();
    if (!AssertionOutcome.areReadable(header)) {
      warnings.println(
          "loadgate: the assertions of a log of Gatling %s cannot be read, so only its figures are"
                  .formatted(header.gatlingVersion())
              + " told");
    } else if (gates.isEmpty()) {
      warnings.println("loadgate: " + Notes.NO_GATES);
    }
    return run;
  }
}
