package loadgate.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import loadgate.report.RunResult;

/**
 * A run's log after the load.
 *
 * @param run what it says
 * @param completionAt the offset of the record that it is complete; empty when it is not
 */
record CompletedLog(RunResult run, Path log, OptionalLong completionAt) {

  /** Takes back that the log is complete, which needs no space on a disk that is full. */
  void revoke() throws IOException {
    if (completionAt.isPresent()) {
      try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
        file.truncate(completionAt.getAsLong());
      }
    }
  }
}
