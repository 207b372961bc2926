package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import loadgate.model.InjectorShare;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.settings.Settings;

/**
 * Does what is due after the load of one injector of several: adds to its log what no other process
 * knows, then writes its {@link InjectorRecord}. It judges nothing.
 *
 * @param told what ran, by labels
 * @param start of all injectors
 * @param toTheEnd whether the load was not told to end before
 */
record AfterPart(
    Settings settings,
    LogCompleter completer,
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
    try {
      completer.completePart(log);
      return toTheEnd;
    } catch (IOException | RuntimeException | Error e) {
      complain("the log was not completed: " + e);
      return false;
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
        InjectorRecord.WholeRun.of(header.simulationClass(), settings, completer.gates(), told));
  }

  private static void complain(String problem) {
    System.err.println("loadgate: " + problem);
  }
}
