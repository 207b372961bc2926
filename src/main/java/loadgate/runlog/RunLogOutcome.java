package loadgate.runlog;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * How the reading of a log ended.
 *
 * @param truncatedAt the offset of the record in whose middle the log ends; empty for a log that
 *     ends with a whole record
 */
public record RunLogOutcome(RunHeader header, OptionalLong truncatedAt) {

  public RunLogOutcome {
    requireNonNull(header, "header");
    requireNonNull(truncatedAt, "truncatedAt");
  }

  /** Whether the log ends with a whole record. */
  public boolean complete() {
    return truncatedAt.isEmpty();
  }
}
