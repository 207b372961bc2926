package loadgate.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;

/** The log of a run with the records that a test writes. */
record LogOfRequests(Path folder) {

  static LogOfRequests in(Path folder) {
    return new LogOfRequests(folder);
  }

  RunLog write(Records records) throws IOException {
    RunLog log = RunLog.inFolder(folder);
    try (RunLogWriter writer = RunLogWriter.create(log.file())) {
      writer.header(
          new RunHeader("3.15.1", "A", Instant.EPOCH, "", List.of("Scenario"), List.of()));
      records.writeTo(writer);
    }
    return log;
  }

  interface Records {
    void writeTo(RunLogWriter writer) throws IOException;
  }
}
