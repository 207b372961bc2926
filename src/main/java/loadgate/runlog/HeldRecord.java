package loadgate.runlog;

import java.io.IOException;

/** Holds the record that it heard last, until it is sent on. */
final class HeldRecord implements RunLogListener {

  private enum Type {
    REQUEST,
    GROUP,
    USER,
    ERROR
  }

  private Type type;
  private GroupPath path;
  private String text;
  private String message;
  private int number;
  private int startMillis;
  private int endMillis;
  private boolean flag;

  /** When Gatling wrote the record. */
  int endMillis() {
    return endMillis;
  }

  void sendTo(RunLogListener listener) throws IOException {
    switch (type) {
      case REQUEST -> listener.request(path, text, startMillis, endMillis, flag, message);
      case GROUP -> listener.group(path, startMillis, endMillis, number, flag);
      case USER -> listener.user(number, flag, endMillis);
      case ERROR -> listener.error(text, endMillis);
    }
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    this.type = Type.REQUEST;
    this.path = groups;
    this.text = name;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
    this.flag = ok;
    this.message = message;
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    this.type = Type.GROUP;
    this.path = path;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
    this.number = cumulatedMillis;
    this.flag = ok;
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    this.type = Type.USER;
    this.number = scenario;
    this.flag = started;
    this.endMillis = atMillis;
  }

  @Override
  public void error(String message, int atMillis) {
    this.type = Type.ERROR;
    this.text = message;
    this.endMillis = atMillis;
  }
}
