package loadgate.runlog;

import java.io.IOException;

/**
 * Takes the records of a run log in the order in which they stand there. The arguments are
 * primitives and shared strings so that millions of records cost no garbage. All times are
 * milliseconds since the start of the run.
 *
 * <p>An exception that a listener throws ends the reading and reaches its caller unchanged.
 */
public interface RunLogListener {

  /** The first record, before any other. */
  default void header(RunHeader header) throws IOException {}

  /**
   * A request has been answered or has failed.
   *
   * @param groups the groups it was made in, {@link GroupPath#NONE} outside of any
   * @param message why it failed, or an empty string
   */
  default void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {}

  /**
   * A group has been left, or a metric has been recorded as one.
   *
   * @param cumulatedMillis the sum of the response times of the requests inside; for a metric its
   *     value, in the metric's unit
   */
  default void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {}

  /**
   * A virtual user has started or ended.
   *
   * @param scenario an index into {@link RunHeader#scenarios()}
   */
  default void user(int scenario, boolean started, int atMillis) throws IOException {}

  /** An error outside of any request, such as a feeder that ran dry. */
  default void error(String message, int atMillis) throws IOException {}
}
