package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;

/** Appends runs whose folders have the given name, for tests of several processes. */
final class AppendingProcess {

  static final int RUNS = 100;

  private AppendingProcess() {}

  public static void main(String[] folderAndName) throws IOException {
    HistoryFile history = new HistoryFile(Path.of(folderAndName[0]));
    for (int i = 0; i < RUNS; i++) {
      history.append(SampleRun.health().with(folderAndName[1] + "-" + i, SampleRun.p95(i)));
    }
  }
}
