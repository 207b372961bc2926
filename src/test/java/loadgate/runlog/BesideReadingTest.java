package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import loadgate.runlog.RecordedLog.Error;
import loadgate.runlog.RecordedLog.Event;
import loadgate.runlog.RecordedLog.Group;
import loadgate.runlog.RecordedLog.Request;
import loadgate.runlog.RecordedLog.User;
import org.junit.jupiter.api.Test;

class BesideReadingTest {

  private static final RunHeader HEADER =
      new RunHeader("3.15.1", "Sale", Instant.EPOCH, "", List.of("Shop"), List.of());

  @Test
  void shouldHandOnEveryKindOfRecord() throws Exception {
    List<Event> events =
        List.of(
            new User(0, true, 1),
            new Request(GroupPath.of("Shop"), "Buy", 2, 3, false, "status 500"),
            new Group(GroupPath.of("Shop"), 2, 4, 5, true),
            new Error("dry", 6));
    RecordedLog heard = new RecordedLog();

    try (BesideReading beside = new BesideReading(heard)) {
      beside.header(HEADER);
      for (Event event : events) {
        event.sendTo(beside);
      }
      beside.await();
    }

    assertThat(heard.events()).isEqualTo(events);
  }

  @Test
  void shouldKeepTheOrderOfMoreRecordsThanItHolds() throws Exception {
    RecordedLog heard = new RecordedLog();

    try (BesideReading beside = new BesideReading(heard)) {
      for (int i = 0; i < 300_000; i++) {
        beside.error("dry", i);
      }
      beside.await();
    }

    assertThat(heard.events())
        .hasSize(300_000)
        .isSortedAccordingTo((one, other) -> ((Error) one).at() - ((Error) other).at());
  }

  @Test
  void shouldFailWhenTheListenerDoes() throws Exception {
    RunLogListener full =
        new RunLogListener() {
          @Override
          public void error(String message, int atMillis) throws IOException {
            throw new IOException("disk full");
          }
        };
    try (BesideReading beside = new BesideReading(full)) {
      beside.error("dry", 1);

      assertThatThrownBy(beside::await)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("disk full");
    }
  }
}
