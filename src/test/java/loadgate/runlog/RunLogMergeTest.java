package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import loadgate.runlog.RecordedLog.Error;
import loadgate.runlog.RecordedLog.Event;
import loadgate.runlog.RecordedLog.Group;
import loadgate.runlog.RecordedLog.Request;
import loadgate.runlog.RecordedLog.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogMergeTest {

  private static final GroupPath SHOP = GroupPath.of("Shop");

  @TempDir private Path folder;

  @Test
  void shouldOrderRecordsByTheirEnds() throws Exception {
    RunLog one = log(0, new User(0, true, 0), request("Buy", 0, 50), new Error("dry", 90));
    RunLog other = log(0, new User(0, true, 10), request("Pay", 40, 45), new User(0, false, 60));

    assertThat(merged(one, other))
        .containsExactly(
            new User(0, true, 0),
            new User(0, true, 10),
            request("Pay", 40, 45),
            request("Buy", 0, 50),
            new User(0, false, 60),
            new Error("dry", 90));
  }

  @Test
  void shouldTakeTheLogGivenFirstWhenTimesAreTheSame() throws Exception {
    RunLog one = log(0, request("Buy", 0, 50));
    RunLog other = log(0, request("Pay", 0, 50), request("Search", 1, 49));

    assertThat(merged(other, one))
        .containsExactly(request("Pay", 0, 50), request("Search", 1, 49), request("Buy", 0, 50));
    assertThat(merged(one, other))
        .containsExactly(request("Buy", 0, 50), request("Pay", 0, 50), request("Search", 1, 49));
  }

  @Test
  void shouldKeepTheOrderWithinALogThatIsNotThatOfTime() throws Exception {
    RunLog one = log(0, request("Buy", 0, 50), request("Search", 0, 20));
    RunLog other = log(0, request("Pay", 0, 30), request("Pay", 0, 60));

    assertThat(merged(one, other))
        .containsExactly(
            request("Pay", 0, 30),
            request("Buy", 0, 50),
            request("Search", 0, 20),
            request("Pay", 0, 60));
  }

  @Test
  void shouldCountTimesFromTheEarliestStart() throws Exception {
    RunLog late =
        log(
            1_500,
            new User(0, true, 0),
            request("Buy", 0, 50),
            new Group(SHOP, 10, 20, 7, true),
            new Error("dry", 60));
    RunLog early = log(1_000, new User(0, true, 0));

    try (RunLogMerge merge = new RunLogMerge(List.of(late, early))) {
      assertThat(merge.header().start()).isEqualTo(Instant.ofEpochMilli(1_000));
    }
    assertThat(merged(late, early))
        .containsExactly(
            new User(0, true, 0),
            new User(0, true, 500),
            request("Buy", 500, 550),
            new Group(SHOP, 510, 520, 7, true),
            new Error("dry", 560));
  }

  @Test
  void shouldTakeScenariosByTheirNames() throws Exception {
    RunLog one = log(List.of("Shop", "Health"), new User(1, true, 1));
    RunLog other = log(List.of("Health", "Admin"), new User(0, true, 2), new User(1, true, 3));

    try (RunLogMerge merge = new RunLogMerge(List.of(one, other))) {
      assertThat(merge.header().scenarios()).containsExactly("Shop", "Health", "Admin");
    }
    assertThat(merged(one, other))
        .containsExactly(new User(1, true, 1), new User(1, true, 2), new User(2, true, 3));
  }

  @Test
  void shouldWriteALogWithStringsOfAllLogsThatCanBeReadAgain() throws Exception {
    RunLog one = log(0, request("Buy", 0, 1), request("Pay \u2713", 0, 3));
    RunLog other = log(0, request("Pay \u2713", 0, 2), request("Buy", 0, 4));
    Path written = folder.resolve("merged.log");

    try (RunLogMerge merge = new RunLogMerge(List.of(one, other));
        RunLogWriter writer = RunLogWriter.create(written)) {
      merge.read(writer);
    }

    RecordedLog again = new RecordedLog();
    new RunLog(written).read(again);
    assertThat(again.events())
        .containsExactly(
            request("Buy", 0, 1),
            request("Pay \u2713", 0, 2),
            request("Pay \u2713", 0, 3),
            request("Buy", 0, 4));
  }

  @Test
  void shouldKeepTheWholeRecordsOfALogThatIsCut() throws Exception {
    RunLog whole = log(0, request("Buy", 0, 5));
    RunLog cut = log(0, request("Pay", 0, 1), request("Pay", 0, 9));
    byte[] bytes = Files.readAllBytes(cut.file());
    // The last record takes 26 bytes: all its strings are known.
    Files.write(cut.file(), Arrays.copyOf(bytes, bytes.length - 3));

    RecordedLog merged = new RecordedLog();
    List<Optional<String>> flaws;
    try (RunLogMerge merge = new RunLogMerge(List.of(whole, cut))) {
      flaws = merge.read(merged);
    }

    assertThat(merged.events()).containsExactly(request("Pay", 0, 1), request("Buy", 0, 5));
    assertThat(flaws)
        .containsExactly(
            Optional.empty(),
            Optional.of("%s breaks off at byte %d".formatted(cut.file(), bytes.length - 26)));
  }

  @Test
  void shouldKeepTheRecordsBeforeADamagedOne() throws Exception {
    RunLog damaged = log(0, request("Pay", 0, 1), new User(0, true, 2), request("Pay", 0, 3));
    byte[] bytes = Files.readAllBytes(damaged.file());
    // The user record takes 10 bytes, and the first of them is its type.
    bytes[bytes.length - 26 - 10] = 9;
    Files.write(damaged.file(), bytes);

    RecordedLog merged = new RecordedLog();
    List<Optional<String>> flaws;
    try (RunLogMerge merge = new RunLogMerge(List.of(damaged))) {
      flaws = merge.read(merged);
    }

    assertThat(merged.events()).containsExactly(request("Pay", 0, 1));
    assertThat(flaws.get(0).orElseThrow()).contains("record type is 9, not within 1 and 4");
  }

  @Test
  void shouldRefuseALogWithoutAHeader() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.log"));

    assertThatThrownBy(() -> new RunLogMerge(List.of(log(0), new RunLog(empty))))
        .isInstanceOf(RunLogException.class)
        .hasMessageContaining("empty.log")
        .hasMessageContaining("ends inside its first record");
  }

  private List<Event> merged(RunLog... logs) throws IOException {
    RecordedLog merged = new RecordedLog();
    try (RunLogMerge merge = new RunLogMerge(List.of(logs))) {
      assertThat(merge.read(merged)).hasSize(logs.length).allMatch(Optional::isEmpty);
    }
    return merged.events();
  }

  private static Request request(String name, int startMillis, int endMillis) {
    return new Request(SHOP, name, startMillis, endMillis, true, "");
  }

  private RunLog log(long startMillis, Event... events) throws IOException {
    return log(startMillis, List.of("Shop"), events);
  }

  private RunLog log(List<String> scenarios, Event... events) throws IOException {
    return log(0, scenarios, events);
  }

  private RunLog log(long startMillis, List<String> scenarios, Event... events) throws IOException {
    RunHeader header =
        new RunHeader(
            "3.15.1", "Sale", Instant.ofEpochMilli(startMillis), "", scenarios, List.of());
    Path file = Files.createTempFile(folder, "injector", ".log");
    return new RunLog(Files.write(file, RecordedLog.bytesOf(header, List.of(events))));
  }
}
