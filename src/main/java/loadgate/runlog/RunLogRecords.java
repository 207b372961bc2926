package loadgate.runlog;

import java.io.IOException;

/** Records that can be sent to listeners as often as needed. */
@FunctionalInterface
public interface RunLogRecords {

  RunLogRecords NONE = listener -> {};

  /** Sends all of them, in the same order each time; there is no header among them. */
  void sendTo(RunLogListener listener) throws IOException;
}
