package loadgate.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogWriter;

/**
 * Deals the records of one log out to several, as if as many injectors had written it, each some
 * milliseconds after the one before: users in turn, and so what they did.
 */
final class SplitLog implements RunLogListener, Closeable {

  private static final int APART_MILLIS = 37;

  private final List<RunLogWriter> logs = new ArrayList<>();
  private final Map<String, Integer> turns = new HashMap<>();

  private SplitLog(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      Files.createDirectories(folder);
      logs.add(RunLogWriter.create(RunLog.inFolder(folder).file()));
    }
  }

  static void into(List<Path> folders, Path log) throws IOException {
    try (SplitLog split = new SplitLog(folders)) {
      new RunLog(log).read(split);
    }
  }

  @Override
  public void header(RunHeader header) throws IOException {
    for (int i = 0; i < logs.size(); i++) {
      logs.get(i)
          .header(
              new RunHeader(
                  header.gatlingVersion(),
                  header.simulationClass(),
                  header.start().plusMillis(later(i)),
                  header.description(),
                  header.scenarios(),
                  header.assertions()));
    }
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    int i = next("request");
    logs.get(i).request(groups, name, startMillis - later(i), endMillis - later(i), ok, message);
  }

  @Override
  public void group(GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {
    int i = next("group");
    logs.get(i).group(path, startMillis - later(i), endMillis - later(i), cumulatedMillis, ok);
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) throws IOException {
    int i = next("user " + scenario + started);
    logs.get(i).user(scenario, started, atMillis - later(i));
  }

  @Override
  public void error(String message, int atMillis) throws IOException {
    int i = next("error");
    logs.get(i).error(message, atMillis - later(i));
  }

  private int next(String kind) {
    return turns.merge(kind, 1, Integer::sum) % logs.size();
  }

  private static int later(int log) {
    return log * APART_MILLIS;
  }

  @Override
  public void close() throws IOException {
    for (RunLogWriter log : logs) {
      log.close();
    }
  }
}
