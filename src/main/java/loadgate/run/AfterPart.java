package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.model.InjectorShare;
import loadgate.model.StageWindow;
import loadgate.report.RunResultCollector;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogAppender;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.settings.Settings;

/**
 * Does what is due after the load of one injector of several: adds to its log what no other process
 * knows, then writes its {@link InjectorRecord}. It judges nothing.
 *
 * @param gates of the whole run
 * @param lost what Gatling could not write to the log
 * @param resources what was read of the load generator
 * @param told what ran, by labels
 * @param start of all injectors
 * @param toTheEnd whether the load was not told to end before
 */
record AfterPart(
    Settings settings,
    Gates gates,
    List<Conclusion> conclusions,
    LostRecords lost,
    RunMonitor resources,
    OwnRun ownRun,
    Map<String, String> told,
    CommonStart start,
    boolean toTheEnd) {

  /**
   * Finishes the part; what goes wrong is a line on the console.
   *
   * @return whether the log is complete and the record written
   */
  boolean finish() {
    try {
      Optional<Path> folder = ownRun.folder();
      if (folder.isEmpty()) {
        complain(
            "no folder of this injector under %s, so it fails; -rf names the folder of the results"
                .formatted(ownRun.results()));
        return false;
      }
      boolean complete = completed(folder.get().resolve(RunLog.FILE_NAME));
      record(RunLog.inFolder(folder.get()).header(), complete).writeTo(folder.get());
      return complete;
    } catch (IOException | RuntimeException | Error e) {
      complain("no record: " + e);
      return false;
    }
  }

  private boolean completed(Path log) {
    DerivedMetrics derived = new DerivedMetrics(StageWindow.of(settings.profile()), gates);
    resources.failure().ifPresent(AfterPart::complain);
    try {
      complete(log, derived);
      return toTheEnd;
    } catch (IOException | RuntimeException | Error e) {
      complain("the log was not completed: " + e);
      return false;
    } finally {
      derived.failures().forEach(AfterPart::complain);
    }
  }

  /** What is added once to the log of all injectors is left out. */
  private void complete(Path log, DerivedMetrics derived) throws IOException {
    if (lost.reason().isPresent()) {
      throw new IOException("Gatling could not write all of it: " + lost.reason().get());
    }
    RunResultCollector collector = new RunResultCollector(Optional.of(gates));
    StartedUsers startedUsers = new StartedUsers();
    try (RunLogAppender appender = new RunLogAppender(log)) {
      RunLogOutcome outcome =
          appender.read(
              new RunLogListeners(List.of(collector.listener(), derived.listener(), startedUsers)));
      RunLogListener added = appender.writer();
      derived.conclude(collector.statistics(outcome), conclusions);
      derived.writeTo(added);
      new ResourceMetrics(settings.monitor(), resources.samples())
          .writeTo(added, outcome.header().start(), derived.lastMillis());
      startedUsers.writeTo(added, derived.lastMillis());
      appender.commit();
    }
  }

  private InjectorRecord record(RunHeader header, boolean complete) {
    InjectorShare share = settings.injector().share();
    return new InjectorRecord(
        share.index(),
        share.count(),
        InjectorRecord.VERSION,
        header.start(),
        start.clockOffsetMillis(),
        start.late(),
        complete,
        InjectorRecord.WholeRun.of(header.simulationClass(), settings, gates, told));
  }

  private static void complain(String problem) {
    System.err.println("loadgate: " + problem);
  }
}
