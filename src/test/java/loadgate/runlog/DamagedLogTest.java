package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedLogTest {

  private static final int HEADER_BYTES = 44;

  @Test
  void theHeaderOfTheseTestsIsRight() throws IOException {
    byte[] log = LogBytes.withHeader().toByteArray();

    assertThat(log).hasSize(HEADER_BYTES);
    assertThat(RecordedLog.parse(log, new RecordedLog()).complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.13.0", "3.13.5", "3.14.0", "3.14.0.1", "3.15.1", "3.15.2-SNAPSHOT"})
  void readsEachSupportedVersion(String version) throws IOException {
    byte[] log = headerOf(version);

    assertThat(RecordedLog.parse(log, new RecordedLog()).header().gatlingVersion())
        .isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.12.0", "3.16.0", "4.13.0", "3.130.0", "3.1", "3.15", "", "13.15.1"})
  void refusesAnyOtherVersionByName(String version) {
    assertThatThrownBy(() -> RecordedLog.parse(headerOf(version), new RecordedLog()))
        .isInstanceOf(RunLogException.class)
        .hasMessage(
            "test.log, byte 1: written by Gatling '%s'; 3.13.0 to 3.15.x can be read", version);
  }

  @Test
  void refusesTheTextLogOfAnOlderGatling() {
    assertDamage(
        "RUN\tsimulations.Sim".getBytes(StandardCharsets.US_ASCII),
        0,
        "not a run log of Gatling 3.13.0 or later: it begins with 82, not 0");
  }

  @Test
  void refusesAnEmptyFile() {
    assertDamage(new byte[0], 0, "the log ends inside its first record");
  }

  @Test
  void refusesALogThatEndsInItsHeader() {
    byte[] log = Arrays.copyOf(LogBytes.withHeader().toByteArray(), 20);

    assertThatThrownBy(() -> RecordedLog.parse(log, new RecordedLog()))
        .isInstanceOf(RunLogException.class)
        .hasMessageEndingWith("the log ends inside its first record");
  }

  @Test
  void refusesAnUnknownRecordType() {
    assertDamage(
        LogBytes.withHeader().int8(5), HEADER_BYTES, "record type is 5, not within 1 and 4");
  }

  @Test
  void refusesASecondHeader() {
    assertDamage(
        LogBytes.withHeader().int8(0), HEADER_BYTES, "record type is 0, not within 1 and 4");
  }

  @Test
  void refusesAStatusThatIsNoBoolean() {
    assertDamage(
        LogBytes.withHeader().int8(3).int32(0, 10, 20, 10).int8(2),
        HEADER_BYTES + 17,
        "status of a group is 2, not 0 or 1");
  }

  @Test
  void refusesAScenarioThatTheHeaderDoesNotName() {
    assertDamage(
        LogBytes.withHeader().int8(2).int32(1).int8(1).int32(0),
        HEADER_BYTES + 1,
        "scenario index is 1, but the log names 1");
  }

  @Test
  void refusesANameThatHasNotBeenWritten() {
    assertDamage(
        LogBytes.withHeader().int8(4).int32(1).string("known").int32(7).int8(4).int32(-2, 7),
        HEADER_BYTES + 20,
        "string index is -2, but the log has named 1 strings so far");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesAnIndexOutOfTurn(int index) {
    assertDamage(
        LogBytes.withHeader().int8(4).int32(index).string("message").int32(7),
        HEADER_BYTES + 1,
        "string index is %d, but the log has named 0 strings so far".formatted(index));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_048_577, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void refusesAStringOfImpossibleLength(int length) {
    assertDamage(
        LogBytes.withHeader().int8(4).int32(1, length),
        HEADER_BYTES + 5,
        "length of a string is %d, not within 0 and 1048576".formatted(length));
  }

  @Test
  void refusesAnUnknownCoder() {
    assertDamage(
        LogBytes.withHeader().int8(4).int32(1, 2).int8('o').int8('k').int8(2).int32(7),
        HEADER_BYTES + 11,
        "coder of a string is 2, not 0 or 1");
  }

  @Test
  void refusesHalfACharacter() {
    assertDamage(
        LogBytes.withHeader().int8(4).int32(1, 3).int8('a').int8(0).int8('b').int8(1).int32(7),
        HEADER_BYTES + 9,
        "length of a UTF-16 string is odd: 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1001, Integer.MAX_VALUE})
  void refusesAnImpossibleNumberOfGroups(int groups) {
    assertDamage(
        LogBytes.withHeader().int8(1).int32(groups),
        HEADER_BYTES + 1,
        "number of groups is %d, not within 0 and 1000".formatted(groups));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_001, Integer.MAX_VALUE})
  void refusesAnImpossibleNumberOfScenarios(int scenarios) {
    assertDamage(
        new LogBytes().int8(0).string("3.15.1").string("Sim").int64(0).string("").int32(scenarios),
        32,
        "number of scenarios is %d, not within 0 and 10000".formatted(scenarios));
  }

  @Test
  void whatStandsBeforeTheDamageReachesTheListener() {
    RecordedLog heard = new RecordedLog();
    byte[] log = LogBytes.withHeader().int8(2).int32(0).int8(1).int32(5).int8(9).toByteArray();

    assertThatExceptionOfType(RunLogException.class)
        .isThrownBy(() -> RecordedLog.parse(log, heard));
    assertThat(heard.events()).containsExactly(new RecordedLog.User(0, true, 5));
  }

  @Test
  void aRecordThatEndsTooEarlyIsATruncationAndNoDamage() throws IOException {
    RecordedLog heard = new RecordedLog();
    byte[] log =
        LogBytes.withHeader().int8(2).int32(0).int8(1).int32(5).int8(2).int32(0).toByteArray();

    RunLogOutcome outcome = RecordedLog.parse(log, heard);

    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.truncatedAt()).isEqualTo(OptionalLong.of(HEADER_BYTES + 10));
    assertThat(heard.events()).containsExactly(new RecordedLog.User(0, true, 5));
  }

  @Test
  void anExceptionOfTheListenerIsNeitherTruncationNorDamage() throws IOException {
    byte[] log = RecordedLog.bytesOf(header(), List.of(new RecordedLog.User(0, true, 5)));
    RunLogListener failing =
        new RunLogListener() {
          @Override
          public void user(int scenario, boolean started, int atMillis) throws IOException {
            throw new EOFException("the listener's own");
          }
        };

    assertThatThrownBy(() -> RecordedLog.parse(log, failing))
        .isInstanceOf(EOFException.class)
        .hasMessage("the listener's own");
  }

  private static RunHeader header() {
    return new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of("scenario"), List.of());
  }

  private static byte[] headerOf(String version) {
    return new LogBytes()
        .int8(0)
        .string(version)
        .string("Sim")
        .int64(0)
        .string("")
        .int32(0, 0)
        .toByteArray();
  }

  private static void assertDamage(LogBytes log, long offset, String problem) {
    assertDamage(log.toByteArray(), offset, problem);
  }

  private static void assertDamage(byte[] log, long offset, String problem) {
    assertThatExceptionOfType(RunLogException.class)
        .isThrownBy(() -> RecordedLog.parse(log, new RecordedLog()))
        .withMessage("test.log, byte %d: %s".formatted(offset, problem))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }
}
