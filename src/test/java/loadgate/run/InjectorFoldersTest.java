package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.StageWindow;
import loadgate.report.GatesJson;
import loadgate.report.Indicators;
import loadgate.report.RunResult;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three injectors, each with one user and two requests; then something goes wrong. */
class InjectorFoldersTest {

  private static final GroupPath SHOP = GroupPath.of("Shop");

  @TempDir private Path results;

  private RunMerge merge;

  @BeforeEach
  void run() throws IOException {
    for (int i = 0; i < 3; i++) {
      writeLog(i, "3.15.1", "shop.Sale");
      injector(i).writeTo(folder(i));
    }
  }

  @Test
  void shouldPassWhenAllIsThere() throws Exception {
    RunResult run = merged(0, 1, 2);

    assertThat(run.verdict().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    assertThat(run.statistics().global().count()).isEqualTo(6);
    assertThat(merge.warnings()).isEmpty();
    assertThat(run.told())
        .containsEntry("injectors", "3, their loads began within 20 ms, clocks not compared");
  }

  @Test
  void shouldRememberHowManyInjectorsThereWere() throws Exception {
    merged(2, 0, 1);

    HistoryEntry run = new HistoryFile(results).read().runs().get(0);
    assertThat(run.injectors()).isEqualTo(OptionalInt.of(3));
    assertThat(run.profile()).isEqualTo("heavy");
    assertThat(run.folder()).isEqualTo("merged");
    assertThat(results.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void shouldKeepTheWholeRecordsOfACutLog() throws Exception {
    Path log = folder(1).resolve("simulation.log");
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 12));

    RunResult run = merged(0, 1, 2);

    assertIncomplete(run, "injector 1 (%1$s): %1$s/simulation.log breaks off at byte ");
    assertThat(run.statistics().global().count()).isEqualTo(5);
  }

  @Test
  void shouldKeepTheOthersWhenALogIsEmpty() throws Exception {
    Files.write(folder(1).resolve("simulation.log"), new byte[0]);

    RunResult run = merged(0, 1, 2);

    assertIncomplete(run, "injector 1 (%1$s): %1$s/simulation.log, byte 0: the log ends");
    assertThat(run.statistics().global().count()).isEqualTo(4);
  }

  @Test
  void shouldSayTheSameWhenItIsReadAgain() throws Exception {
    change(1, "", "late", "true");
    RunResult run = merged(0, 1, 2);

    Path folder = results.resolve("merged");
    RunResult again =
        RunResult.read(
            RunLog.inFolder(folder).file(), GatesJson.read(folder), Indicators.defaults());

    assertThat(again.verdict()).isEqualTo(run.verdict());
    assertThat(again.statistics().find(SHOP.names()).orElseThrow().summary().count()).isEqualTo(6);
  }

  @Test
  void shouldBeIncompleteWithoutTheRecordOfAnInjector() throws Exception {
    Files.delete(folder(1).resolve("injector.json"));

    assertIncomplete(merged(0, 1, 2), "%1$s: no injector.json, so it broke off");
  }

  @Test
  void shouldBeIncompleteWithADamagedRecord() throws Exception {
    Files.writeString(folder(1).resolve("injector.json"), "{");

    assertIncomplete(merged(0, 1, 2), "%1$s/injector.json: Unexpected end-of-input");
  }

  @Test
  void shouldBeIncompleteWhenAnInjectorCameLate() throws Exception {
    change(1, "", "late", "true");

    assertIncomplete(merged(0, 1, 2), "injector 1 (%1$s): it came too late");
  }

  /** As when one was started by hand after the other, without a barrier. */
  @Test
  void shouldBeIncompleteWhenAnInjectorStartedMoreThanASecondAfterTheFirst() throws Exception {
    change(1, "", "startedAt", "1001");

    assertIncomplete(
        merged(0, 1, 2),
        "injector 1 (%1$s): its load began 1001 ms after the earliest, by their own clocks");
  }

  @Test
  void shouldPassWhenAnInjectorStartedASecondAfterTheFirst() throws Exception {
    change(1, "", "startedAt", "1000");

    assertThat(merged(0, 1, 2).verdict().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void shouldBeIncompleteWhenAnInjectorDidNotSendAllOfItsLoad() throws Exception {
    change(1, "", "complete", "false");

    assertIncomplete(merged(0, 1, 2), "injector 1 (%1$s): it was told to stop or broke off");
  }

  @Test
  void shouldBeIncompleteWithAnotherProfile() throws Exception {
    change(1, "/run/origin", "profile", "\"light\"");

    assertIncomplete(
        merged(0, 1, 2), "injector 1 (%1$s): profile light instead of heavy, unlike injector 0 (");
  }

  @Test
  void shouldBeIncompleteWithOtherSettings() throws Exception {
    change(1, "/run/origin", "settingsHash", "\"ab12\"");

    assertIncomplete(merged(0, 1, 2), "injector 1 (%1$s): settings ab12 instead of 7d86, unlike");
  }

  @Test
  void shouldBeIncompleteWithAnotherVersionOfLoadgate() throws Exception {
    change(1, "", "loadgateVersion", "\"2.0.0\"");

    assertIncomplete(merged(0, 1, 2), "injector 1 (%1$s): loadgate 2.0.0 instead of 1.0.0, unlike");
  }

  @Test
  void shouldBeIncompleteWithAnotherVersionOfGatling() throws Exception {
    writeLog(1, "3.14.9", "shop.Sale");

    assertIncomplete(
        merged(0, 1, 2), "injector 1 (%1$s): Gatling 3.14.9 instead of 3.15.1, unlike");
  }

  @Test
  void shouldBeIncompleteWithoutAnInjector() throws Exception {
    RunResult run = merged(0, 2);

    assertIncomplete(run, "no folder of injector 1");
    assertThat(run.statistics().global().count()).isEqualTo(4);
  }

  @Test
  void shouldBeIncompleteWhenAnInjectorIsThereTwice() throws Exception {
    writeLog(3, "3.15.1", "shop.Sale");
    Files.copy(folder(1).resolve("injector.json"), folder(3).resolve("injector.json"));

    assertIncomplete(merged(0, 1, 2, 3), "2 folders of injector 1");
  }

  @Test
  void shouldWarnOfClocksThatAreApart() throws Exception {
    clock(0, -400);
    clock(1, 601);
    clock(2, 0);

    RunResult run = merged(0, 1, 2);

    assertThat(run.verdict().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    assertThat(merge.warnings())
        .containsExactly(
            "the clocks of the injectors are 1001 ms apart, and so are times in the log");
    assertThat(run.told().get("injectors")).endsWith(", clocks within 1001 ms");
  }

  @Test
  void shouldNotWarnOfClocksThatAreASecondApart() throws Exception {
    clock(0, -400);
    clock(1, 600);
    clock(2, 0);

    merged(0, 1, 2);

    assertThat(merge.warnings()).isEmpty();
  }

  @Test
  void shouldRefuseFoldersOfWhichNoneSaysWhatTheGatesAre() throws Exception {
    Files.delete(folder(0).resolve("injector.json"));

    assertThatThrownBy(() -> merged(0))
        .isInstanceOf(IOException.class)
        .hasMessage("no folder has a whole injector.json, so nobody knows the gates of the run");
  }

  @Test
  void shouldRefuseLogsOfSeveralSimulations() throws Exception {
    writeLog(1, "3.15.1", "shop.Return");

    assertThatThrownBy(() -> merged(0, 1, 2))
        .isInstanceOf(IOException.class)
        .hasMessage("injector 1 (%s): a run of shop.Return, not of shop.Sale", folder(1));
  }

  @Test
  void shouldRefuseAFolderWithoutALog() {
    assertThatThrownBy(() -> merged(0, 7))
        .isInstanceOf(IOException.class)
        .hasMessage("no run log at " + folder(7).resolve("simulation.log"));
  }

  @Test
  void shouldRefuseAFolderThatIsGivenTwice() {
    assertThatThrownBy(() -> merged(0, 1, 0))
        .isInstanceOf(IOException.class)
        .hasMessage(folder(0) + " is given twice");
  }

  @Test
  void shouldLeaveAFolderAloneThatExists() throws Exception {
    Path there = Files.createDirectory(results.resolve("merged"));

    assertThatThrownBy(() -> merged(0, 1, 2))
        .isInstanceOf(IOException.class)
        .hasMessage(there + " exists already");
    assertThat(there).isEmptyDirectory();
  }

  private RunResult merged(int... injectors) throws IOException {
    merge = new RunMerge(Arrays.stream(injectors).mapToObj(this::folder).toList());
    return merge.into(results.resolve("merged"));
  }

  private void assertIncomplete(RunResult run, String warning) {
    assertThat(run.verdict().orElseThrow().verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(merge.warnings())
        .singleElement()
        .asString()
        .startsWith(warning.formatted(folder(1)));
    assertThat(run.told()).containsEntry("warnings", merge.warnings().get(0));
  }

  private Path folder(int injector) {
    return results.resolve("inj-" + injector);
  }

  private void writeLog(int injector, String gatling, String simulation) throws IOException {
    Files.createDirectories(folder(injector));
    try (RunLogWriter log = RunLogWriter.create(RunLog.inFolder(folder(injector)).file())) {
      log.header(
          new RunHeader(gatling, simulation, startOf(injector), "", List.of("Shop"), List.of()));
      log.user(0, true, 0);
      log.request(SHOP, "Buy", 0, 50, true, "");
      log.request(SHOP, "Buy", 60, 90, true, "");
    }
  }

  private static Instant startOf(int injector) {
    return Instant.ofEpochMilli(10L * injector);
  }

  private static InjectorRecord injector(int number) {
    return new InjectorRecord(
        number,
        3,
        "1.0.0",
        startOf(number),
        OptionalLong.empty(),
        false,
        true,
        new InjectorRecord.WholeRun(
            "shop.Sale",
            new RunOrigin(
                "heavy",
                "http://localhost:8000",
                "7d86",
                Optional.empty(),
                new Machine(2, 25_276_514_304L, "Linux 6.1.0 amd64", "17.0.15")),
            List.of(new StageWindow(3, Duration.ZERO, Duration.ZERO, Duration.ofMillis(100))),
            Set.of(),
            Map.of(),
            new Gates(List.of(p95()), List.of(), List.of(), false, "")));
  }

  /** Lets the clock of an injector, by which it wrote down its start, be ahead of the barrier's. */
  private void clock(int injector, long aheadMillis) throws IOException {
    change(injector, "", "clockOffsetMillis", "" + aheadMillis);
    change(
        injector, "", "startedAt", "" + startOf(injector).plusMillis(aheadMillis).toEpochMilli());
  }

  /** Lets an injector have told something else. */
  private void change(int injector, String object, String field, String json) throws IOException {
    File file = folder(injector).resolve("injector.json").toFile();
    ObjectMapper mapper = new ObjectMapper();
    JsonNode told = mapper.readTree(file);
    ((ObjectNode) told.at(object)).set(field, mapper.readTree(json));
    mapper.writeValue(file, told);
  }

  private static Gate p95() {
    Measure p95 = Measure.of("p95");
    return new Gate(
        new GateLimits(
            Optional.of("shop"),
            Optional.empty(),
            p95,
            Optional.of(new Limit(p95.direction(), false, 100)),
            Optional.empty(),
            1,
            "here:1"),
        SHOP.names());
  }
}
