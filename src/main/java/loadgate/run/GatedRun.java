package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.runlog.RunLog;
import loadgate.settings.Settings;

/**
 * The run of this process, from before its load until its verdict. What the user must fix before
 * the load ends the process with exit code 1 and one line.
 */
public final class GatedRun {

  private final Settings settings;
  private final Gates gates;
  private final LostRecords lost = LostRecords.watch();
  private final RunMonitor monitor;
  private final OwnRun ownRun;
  private final Map<String, String> told;

  private volatile boolean loadOver;

  /**
   * @param told what runs, by labels
   */
  public GatedRun(
      Settings settings, Gates gates, RunMonitor monitor, OwnRun ownRun, Map<String, String> told) {
    this.settings = settings;
    this.gates = gates;
    this.monitor = monitor;
    this.ownRun = ownRun;
    this.told = told;
  }

  /** The load is about to start. */
  public void begin() {
    ownRun.ready();
    monitor.start(ownRun);
    Runtime.getRuntime().addShutdownHook(new Thread(this::breakOff));
    BuildTool.endWithIt();
  }

  /** Whether the log, once the load is over, says that the run is judged by its gates. */
  public boolean isAsserted() {
    ownRun.logOpened();
    try {
      Optional<Path> folder = ownRun.folder();
      return folder.isPresent() && LogCompletion.isAsserted(RunLog.inFolder(folder.get()).header());
    } catch (IOException e) {
      return false;
    }
  }

  /** The load is over and the log written; never throws. */
  public void end(List<Conclusion> conclusions) {
    loadOver = true;
    ownRun.logOpened();
    try {
      monitor.stop();
      afterRun(conclusions).finish();
    } catch (RuntimeException | Error e) {
      System.err.println("loadgate: no verdict and no record, so the run fails: " + e);
    }
  }

  /** When this process is told to end, Gatling ends at once and says nothing of the run. */
  private void breakOff() {
    if (!loadOver) {
      System.err.println("loadgate: the run was broken off");
      afterRun(List.of()).breakOff();
    }
  }

  private AfterRun afterRun(List<Conclusion> conclusions) {
    return new AfterRun(settings, gates, conclusions, lost, monitor, ownRun, told);
  }

  /** As {@link #refuse}, when the run is being made ready already. */
  public IllegalStateException refused(RuntimeException mistake) {
    loadOver = true;
    return refuse(mistake);
  }

  /** Ends the process, for a reason that the user can mend; there is no load yet. */
  public static IllegalStateException refuse(RuntimeException mistake) {
    // Gatling would bury the line under a stack trace.
    System.err.println("loadgate: " + mistake.getMessage());
    System.exit(1);
    return new IllegalStateException(mistake);
  }
}
