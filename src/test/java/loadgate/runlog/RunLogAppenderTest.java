package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogAppenderTest {

  private static final RunLogListener NOBODY = new RunLogListener() {};

  @TempDir private Path folder;

  private Path log;
  private byte[] before;

  @BeforeEach
  void writeLog() throws IOException {
    log = folder.resolve(RunLog.FILE_NAME);
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(
          new RunHeader("3.15.1", "Sim", Instant.ofEpochMilli(1), "", List.of("s"), List.of()));
      writer.request(GroupPath.of("Shop"), "Buy", 0, 7, true, "");
      writer.error("old", 1);
    }
    before = Files.readAllBytes(log);
  }

  @Test
  void shouldContinueTheLogWithTheNamesItHas() throws IOException {
    try (RunLogAppender appender = new RunLogAppender(log, RunLogRecords.NONE)) {
      appender.read(NOBODY);
      appender.writer().error("old", 2);
      appender.writer().error("new", 3);
      appender.commit();
    }

    byte[] all = Files.readAllBytes(log);
    // "Shop", "Buy", the empty message and "old" have the indexes 1 to 4.
    assertThat(HexFormat.of().formatHex(all, before.length, all.length))
        .isEqualTo("04fffffffc00000002" + "0400000005000000036e65770000000003");
  }

  @Test
  void shouldReadTheLogAsItWasAgainWhileRecordsAreAdded() throws IOException {
    RecordedLog heard = new RecordedLog();
    try (RunLogAppender appender = new RunLogAppender(log, RunLogRecords.NONE)) {
      appender.read(NOBODY);
      appender.read(
          new RunLogListener() {
            @Override
            public void request(
                GroupPath groups, String name, int start, int end, boolean ok, String message)
                throws IOException {
              for (int i = 0; i < 10_000; i++) {
                appender.writer().group(groups, start, end, end - start, ok);
              }
              heard.request(groups, name, start, end, ok, message);
            }
          });
      appender.commit();
    }

    assertThat(heard.events()).hasSize(1);
    RecordedLog all = new RecordedLog();
    new RunLog(log).read(all);
    assertThat(all.events()).hasSize(10_002);
  }

  /** A name that is new here may come later in the log, under an index of its own. */
  @Test
  void shouldWriteNothingBeforeTheWholeLogWasRead() throws IOException {
    try (RunLogAppender appender = new RunLogAppender(log, RunLogRecords.NONE)) {
      assertThatThrownBy(
              () ->
                  appender.read(
                      new RunLogListener() {
                        @Override
                        public void request(
                            GroupPath groups, String name, int a, int b, boolean ok, String message)
                            throws IOException {
                          appender.writer().group(GroupPath.of("Requests", name), a, b, 0, ok);
                        }
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("written before all of it was read");
    }

    assertThat(Files.readAllBytes(log)).isEqualTo(before);
  }

  @Test
  void shouldTakeWhatWasLeftOverForTheEndOfTheLog() throws IOException {
    RunLogRecords leftOver = to -> to.request(GroupPath.of("Shop"), "Wait", 3, 9, false, "late");
    RecordedLog first = new RecordedLog();
    RecordedLog second = new RecordedLog();
    try (RunLogAppender appender = new RunLogAppender(log, leftOver)) {
      appender.read(first);
      appender.read(second);
      appender.writer().error("new", 10);
      appender.commit();
    }

    RecordedLog all = new RecordedLog();
    new RunLog(log).read(all);
    assertThat(first.events())
        .containsExactly(
            new RecordedLog.Request(GroupPath.of("Shop"), "Buy", 0, 7, true, ""),
            new RecordedLog.Error("old", 1),
            new RecordedLog.Request(GroupPath.of("Shop"), "Wait", 3, 9, false, "late"))
        .isEqualTo(second.events())
        .isEqualTo(all.events().subList(0, 3));
    assertThat(all.events()).hasSize(4);
  }

  @Test
  void shouldLeaveTheLogAsItWasWithoutCommit() throws IOException {
    try (RunLogAppender appender = new RunLogAppender(log, RunLogRecords.NONE)) {
      appender.read(NOBODY);
      for (int i = 0; i < 100_000; i++) {
        appender.writer().error("new", i);
      }
    }

    assertThat(Files.readAllBytes(log)).isEqualTo(before);
  }

  @Test
  void shouldRefuseALogThatBreaksOff() throws IOException {
    byte[] cut = Arrays.copyOf(before, before.length - 1);
    Files.write(log, cut);

    try (RunLogAppender appender = new RunLogAppender(log, RunLogRecords.NONE)) {
      assertThatThrownBy(() -> appender.read(NOBODY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("breaks off at byte");
    }
    assertThat(Files.readAllBytes(log)).isEqualTo(cut);
  }
}
