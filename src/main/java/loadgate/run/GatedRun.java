package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.history.RunOrigin;
import loadgate.model.StageWindow;
import loadgate.runlog.RunLog;
import loadgate.settings.GatlingArguments;
import loadgate.settings.Settings;
import loadgate.watch.LoadEnd;
import loadgate.watch.LoadWatch;

/**
 * The run of this process, from before its load until its verdict. What the user must fix before
 * the load ends the process with exit code 1 and one line.
 */
public final class GatedRun {

  private final Settings settings;
  private final RunOrigin origin;
  private final Gates gates;
  private final LostRecords lost = LostRecords.watch();
  private final RunMonitor monitor;
  private final OwnRun ownRun;
  private final Map<String, String> told;

  private final EarlyEnd earlyEnd = new EarlyEnd();

  private CommonStart start;
  private volatile boolean loadOver;

  /**
   * @param told what runs, by labels
   */
  public GatedRun(
      Settings settings,
      RunOrigin origin,
      Gates gates,
      RunMonitor monitor,
      OwnRun ownRun,
      Map<String, String> told) {
    this.settings = settings;
    this.origin = origin;
    this.gates = gates;
    this.monitor = monitor;
    this.ownRun = ownRun;
    this.told = told;
  }

  /** The load is about to start, and all of it comes from this process. */
  public void begin() {
    BuildTool.endWithIt();
    ready(this::breakOff);
  }

  /**
   * As {@link #begin()}, of user types, whose load several injectors may share: waits for the
   * others.
   *
   * @throws loadgate.model.SettingsException when they do not come in time
   */
  public void begin(LoadWatch users) {
    BuildTool.endWithIt();
    start = CommonStart.await(settings.injector());
    ready(isWhole() ? this::breakOff : () -> earlyEnd.leave(users, settings.leaveTimeout()));
  }

  private void ready(Runnable whenToldToEnd) {
    ownRun.ready();
    monitor.start(ownRun);
    Runtime.getRuntime().addShutdownHook(new Thread(whenToldToEnd));
  }

  private boolean isWhole() {
    return settings.injector().share().isWhole();
  }

  /** Whether users are to leave before the end of the load. */
  public boolean isToldToEnd() {
    return earlyEnd.isTold();
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

  /** The load is over and the log written; never throws. One of several injectors ends here. */
  public void end(LoadEnd load, List<Conclusion> ofUserTypes) {
    List<Conclusion> conclusions = new ArrayList<>(ofUserTypes);
    load.metrics()
        .forEach((group, found) -> conclusions.add(new Conclusion(group, group, run -> found)));
    loadOver = true;
    earlyEnd.loadOver();
    ownRun.logOpened();
    boolean finished = false;
    try {
      monitor.stop();
      if (isWhole()) {
        load.brokenOff().ifPresent(why -> System.err.println("loadgate: " + why));
        afterRun(load, conclusions).finish();
      } else {
        finished = afterPart(load, conclusions).finish();
      }
    } catch (RuntimeException | Error e) {
      System.err.println("loadgate: no verdict and no record, so the run fails: " + e);
    }
    earlyEnd.finished();
    if (!isWhole()) {
      // Gatling would judge this part of the run by the assertions of the whole one.
      System.exit(finished ? 0 : 1);
    }
  }

  /** When this process is told to end, Gatling ends at once and says nothing of the run. */
  private void breakOff() {
    if (!loadOver) {
      System.err.println("loadgate: the run was broken off");
      afterRun(LoadEnd.UNKNOWN, List.of()).breakOff();
    }
  }

  private AfterRun afterRun(LoadEnd load, List<Conclusion> conclusions) {
    return new AfterRun(settings, origin, completer(load, conclusions), ownRun, with(load));
  }

  private AfterPart afterPart(LoadEnd load, List<Conclusion> conclusions) {
    return new AfterPart(
        settings,
        completer(load, conclusions),
        ownRun,
        with(load),
        start,
        !earlyEnd.isTold() && load.brokenOff().isEmpty());
  }

  private Map<String, String> with(LoadEnd load) {
    Map<String, String> all = new LinkedHashMap<>(told);
    if (!load.users().isEmpty()) {
      all.put("users at the end", load.users());
    }
    load.brokenOff().ifPresent(why -> all.put("broken off", why));
    return all;
  }

  private LogCompleter completer(LoadEnd load, List<Conclusion> conclusions) {
    monitor.failure().ifPresent(problem -> System.err.println("loadgate: " + problem));
    return new LogCompleter(
        gates,
        new DerivedMetrics(StageWindow.of(settings.profile()), gates),
        new ResourceMetrics(settings.monitor(), monitor.samples()),
        conclusions,
        lost,
        new UnansweredRequests(load.unanswered(), ownRun),
        load.brokenOff().isPresent());
  }

  /** As {@link #refuse}, when the run is being made ready already. */
  public IllegalStateException refused(RuntimeException mistake) {
    loadOver = true;
    earlyEnd.finished();
    return refuse(mistake);
  }

  /**
   * Ends the process, for a reason that the user can mend; there is no load yet. That of a build
   * tool goes on: what is returned ends the run.
   */
  public static IllegalStateException refuse(RuntimeException mistake) {
    // Gatling would bury the line under a stack trace.
    System.err.println("loadgate: " + mistake.getMessage());
    if (!GatlingArguments.areOfGuest()) {
      System.exit(1);
    }
    return new IllegalStateException(mistake);
  }
}
