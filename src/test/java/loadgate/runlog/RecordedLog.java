package loadgate.runlog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps every record it hears, as values that can be compared. */
final class RecordedLog implements RunLogListener {

  sealed interface Event {
    void sendTo(RunLogListener listener) throws IOException;
  }

  record Request(GroupPath groups, String name, int start, int end, boolean ok, String message)
      implements Event {
    @Override
    public void sendTo(RunLogListener listener) throws IOException {
      listener.request(groups, name, start, end, ok, message);
    }
  }

  record Group(GroupPath path, int start, int end, int cumulated, boolean ok) implements Event {
    @Override
    public void sendTo(RunLogListener listener) throws IOException {
      listener.group(path, start, end, cumulated, ok);
    }
  }

  record User(int scenario, boolean started, int at) implements Event {
    @Override
    public void sendTo(RunLogListener listener) throws IOException {
      listener.user(scenario, started, at);
    }
  }

  record Error(String message, int at) implements Event {
    @Override
    public void sendTo(RunLogListener listener) throws IOException {
      listener.error(message, at);
    }
  }

  private final List<Event> events = new ArrayList<>();

  List<Event> events() {
    return events;
  }

  /** Reads a log that is in memory. */
  static RunLogOutcome parse(byte[] log, RunLogListener listener) throws IOException {
    return new RecordParser(new LogInput(new ByteArrayInputStream(log), "test.log"), listener)
        .parse();
  }

  static byte[] bytesOf(RunHeader header, List<Event> events) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RunLogWriter writer = new RunLogWriter(bytes)) {
      writer.header(header);
      for (Event event : events) {
        event.sendTo(writer);
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    events.add(new Request(groups, name, startMillis, endMillis, ok, message));
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    events.add(new Group(path, startMillis, endMillis, cumulatedMillis, ok));
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    events.add(new User(scenario, started, atMillis));
  }

  @Override
  public void error(String message, int atMillis) {
    events.add(new Error(message, atMillis));
  }
}
