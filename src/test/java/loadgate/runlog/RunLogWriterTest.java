package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogWriterTest {

  private static final RunHeader HEADER =
      new RunHeader("3.15.1", "Sim", Instant.ofEpochMilli(1), "", List.of("s"), List.of());

  @Test
  void writesANameOnceAndRefersToItAfterwards() throws IOException {
    List<RecordedLog.Event> events =
        List.of(new RecordedLog.Error("no", 1), new RecordedLog.Error("no", 2));

    assertThat(recordBytes(events))
        .isEqualTo("0400000001000000026e6f0000000001" + "04ffffffff00000002");
  }

  @Test
  void writesANameOutsideLatin1AsLittleEndianUtf16() throws IOException {
    assertThat(recordBytes(List.of(new RecordedLog.Error("✓", 1))))
        .isEqualTo("04000000010000000213270100000001");
  }

  @Test
  void writesNothingButTheLengthOfAnEmptyString() throws IOException {
    assertThat(recordBytes(List.of(new RecordedLog.Error("", 1))))
        .isEqualTo("04000000010000000000000001");
  }

  @Test
  void refusesARecordBeforeTheHeader() {
    RunLogWriter writer = new RunLogWriter(new ByteArrayOutputStream());

    assertThatThrownBy(() -> writer.error("message", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a run log begins with its header");
  }

  @Test
  void refusesASecondHeader() throws IOException {
    RunLogWriter writer = new RunLogWriter(new ByteArrayOutputStream());
    writer.header(HEADER);

    assertThatThrownBy(() -> writer.header(HEADER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a run log has one header");
  }

  @Test
  void refusesAScenarioThatTheHeaderDoesNotName() throws IOException {
    RunLogWriter writer = new RunLogWriter(new ByteArrayOutputStream());
    writer.header(HEADER);

    assertThatThrownBy(() -> writer.user(1, true, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesAStringThatTheReaderWouldRefuse() throws IOException {
    RunLogWriter writer = new RunLogWriter(new ByteArrayOutputStream());
    writer.header(HEADER);

    assertThatThrownBy(() -> writer.error("x".repeat(1_048_577), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1048577 bytes in one string, at most 1048576 are allowed");
  }

  @Test
  void refusesADepthThatTheReaderWouldRefuse() throws IOException {
    RunLogWriter writer = new RunLogWriter(new ByteArrayOutputStream());
    writer.header(HEADER);
    GroupPath deep = GroupPath.of(Collections.nCopies(1001, "g"));

    assertThatThrownBy(() -> writer.group(deep, 0, 1, 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1001 nested groups, at most 1000 are allowed");
  }

  @Test
  void writesTheLongestStringAndTheDeepestGroupThatCanBeRead() throws IOException {
    List<RecordedLog.Event> events =
        List.of(
            new RecordedLog.Error("x".repeat(1_048_576), 0),
            new RecordedLog.Group(GroupPath.of(Collections.nCopies(1000, "g")), 0, 1, 1, true));
    RecordedLog heard = new RecordedLog();

    RecordedLog.parse(RecordedLog.bytesOf(HEADER, events), heard);

    assertThat(heard.events()).isEqualTo(events);
  }

  @Test
  void replacesTheFileItCreates(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("simulation.log"), "x".repeat(1000));

    try (RunLogWriter writer = RunLogWriter.create(file)) {
      writer.header(HEADER);
    }

    assertThat(new RunLog(file).header()).isEqualTo(HEADER);
    assertThat(Files.size(file)).isEqualTo(46);
  }

  private static String recordBytes(List<RecordedLog.Event> events) throws IOException {
    int header = RecordedLog.bytesOf(HEADER, List.of()).length;
    byte[] log = RecordedLog.bytesOf(HEADER, events);
    return HexFormat.of().formatHex(log, header, log.length);
  }
}
