package loadgate.runlog;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Reads a log and hands each record to a listener. */
final class RecordParser {

  private final LogInput input;
  private final StringCache strings;
  private final GroupPaths groups;
  private final RunLogListener listener;
  private int scenarios;
  private OptionalLong truncatedAt = OptionalLong.empty();

  RecordParser(LogInput input, RunLogListener listener) {
    this(input, listener, new GroupPaths());
  }

  /**
   * @param groups of all logs whose equal paths have to be the same instance
   */
  RecordParser(LogInput input, RunLogListener listener, GroupPaths groups) {
    this.input = input;
    this.strings = new StringCache(input);
    this.listener = listener;
    this.groups = groups;
  }

  RunLogOutcome parse() throws IOException {
    RunHeader header = header();
    listener.header(header);
    while (next()) {}
    return new RunLogOutcome(header, truncatedAt);
  }

  /** Reads the first record, which the listener does not hear. */
  RunHeader header() throws IOException {
    RunHeader header = new HeaderParser(input).parse();
    scenarios = header.scenarios().size();
    return header;
  }

  /** Reads one more record; false when there is none, or none that is whole. */
  boolean next() throws IOException {
    if (input.atEnd()) {
      return false;
    }
    long start = input.offset();
    try {
      record();
      return true;
    } catch (LogInput.EndOfLog e) {
      truncatedAt = OptionalLong.of(start);
      return false;
    }
  }

  /** The offset of the record in whose middle the log ends, if it does. */
  OptionalLong truncatedAt() {
    return truncatedAt;
  }

  /** The strings that the log has named so far, in the order of their indexes. */
  List<String> strings() {
    return strings.all();
  }

  private void record() throws IOException {
    int type = input.unsignedByte();
    switch (type) {
      case Layout.REQUEST -> request();
      case Layout.USER -> user();
      case Layout.GROUP -> group();
      case Layout.ERROR -> listener.error(strings.next(), input.int32());
      default -> throw input.wrong(1, "record type is %s, not within 1 and 4".formatted(type));
    }
  }

  private void request() throws IOException {
    GroupPath path = path();
    String name = strings.next();
    int start = input.int32();
    int end = input.int32();
    boolean ok = input.bool("status of a request");
    listener.request(path, name, start, end, ok, strings.next());
  }

  private void group() throws IOException {
    GroupPath path = path();
    int start = input.int32();
    int end = input.int32();
    int cumulated = input.int32();
    listener.group(path, start, end, cumulated, input.bool("status of a group"));
  }

  private void user() throws IOException {
    int scenario = input.int32();
    if (scenario < 0 || scenario >= scenarios) {
      throw input.wrong(
          Integer.BYTES,
          "scenario index is %s, but the log names %s".formatted(scenario, scenarios));
    }
    boolean started = input.bool("event of a user");
    listener.user(scenario, started, input.int32());
  }

  private GroupPath path() throws IOException {
    GroupPaths.Node node = groups.root();
    for (int left = input.count("number of groups", Layout.MAX_GROUPS); left > 0; left--) {
      node = node.child(strings.next());
    }
    return node.path();
  }
}
