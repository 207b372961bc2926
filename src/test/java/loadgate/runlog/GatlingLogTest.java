package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that Gatling itself has written. */
class GatlingLogTest {

  private static final Path LOGS = Path.of("src/test/resources/runlogs");

  @Test
  void readsTheHeader() throws IOException {
    RunHeader header = RunLog.inFolder(LOGS.resolve("gatling-3.15.1")).header();

    assertThat(header.gatlingVersion()).isEqualTo("3.15.1");
    assertThat(header.simulationClass()).isEqualTo("simulations.ProtoSimulation");
    assertThat(header.start()).isEqualTo(Instant.ofEpochMilli(1795189329721L));
    assertThat(header.description()).isEmpty();
    assertThat(header.scenarios()).containsExactly("Browse", "Checkout – Прüfung");
    assertThat(header.assertions()).hasSize(7);
    assertThat(header.assertions().get(0)).hasToString("000102000303000000000000004940");
  }

  @Test
  void readsEachKindOfRecordWithNamesInAnyScript() throws IOException {
    RecordedLog log = new RecordedLog();

    RunLogOutcome outcome = RunLog.inFolder(LOGS.resolve("gatling-3.15.1")).read(log);

    assertThat(outcome.complete()).isTrue();
    assertThat(log.events())
        .startsWith(
            new RecordedLog.User(0, true, 168),
            new RecordedLog.User(1, true, 172),
            new RecordedLog.Request(
                GroupPath.of("Checkout", "Pay ✓"),
                "Authorise – 検証",
                202,
                366,
                false,
                "status.find.is(200), found 404"),
            new RecordedLog.Request(
                GroupPath.of("Browse"), "Home", 201, 364, false, "status.find.is(200), found 500"),
            new RecordedLog.Group(GroupPath.of("Checkout", "Pay ✓"), 180, 383, 164, false))
        .endsWith(
            new RecordedLog.Group(GroupPath.of("Browse"), 12119, 12166, 47, true),
            new RecordedLog.User(0, false, 12166));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gatling-3.13.4", "gatling-3.15.1"})
  void readsEveryRecord(String folder) throws IOException {
    RecordedLog log = new RecordedLog();

    RunLog.inFolder(LOGS.resolve(folder)).read(log);

    assertThat(log.events())
        .hasOnlyElementsOfTypes(
            RecordedLog.Request.class, RecordedLog.Group.class, RecordedLog.User.class);
    assertThat(log.events()).filteredOn(e -> e instanceof RecordedLog.Request).hasSize(1032);
    assertThat(log.events()).filteredOn(e -> e instanceof RecordedLog.User).hasSize(36);
  }

  @Test
  void equalGroupPathsOfALogAreOneInstance() throws IOException {
    RecordedLog log = new RecordedLog();

    RunLog.inFolder(LOGS.resolve("gatling-3.15.1")).read(log);

    List<GroupPath> browse =
        log.events().stream()
            .filter(e -> e instanceof RecordedLog.Group)
            .map(e -> ((RecordedLog.Group) e).path())
            .filter(GroupPath.of("Browse")::equals)
            .toList();
    assertThat(browse).hasSizeGreaterThan(1).allSatisfy(p -> assertThat(p).isSameAs(browse.get(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gatling-3.13.4", "gatling-3.15.1"})
  void aCopyIsTheSameByteForByte(String folder) throws IOException {
    RunLog log = RunLog.inFolder(LOGS.resolve(folder));
    ByteArrayOutputStream copy = new ByteArrayOutputStream();

    try (RunLogWriter writer = new RunLogWriter(copy)) {
      log.read(writer);
    }

    assertThat(copy.toByteArray()).isEqualTo(Files.readAllBytes(log.file()));
  }
}
