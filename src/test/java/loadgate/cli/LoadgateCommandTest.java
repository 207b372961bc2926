package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import loadgate.runlog.GroupPath;
import loadgate.runlog.PickledAssertion;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLogWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LoadgateCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copyALog() throws IOException {
    Files.copy(
        Path.of("src/test/resources/runlogs/gatling-3.13.4/simulation.log"),
        folder.resolve("simulation.log"));
  }

  @Test
  void shouldListTheCommandsWhenNoneIsGiven() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: loadgate", "  merge ", "  show ");

    assertThat(execute("help")).isZero();
    assertThat(out.toString()).contains("Usage: loadgate", "  merge ");
  }

  @Test
  void shouldShowTheFiguresOfALogWhoseAssertionsAreOfAnotherFormat() throws IOException {
    Path old = folder.resolve("old.log");
    try (RunLogWriter writer = RunLogWriter.create(old)) {
      PickledAssertion foreign = new PickledAssertion(new byte[] {99, 99, 99});
      writer.header(new RunHeader("3.13.0", "a.B", Instant.EPOCH, "", List.of(), List.of(foreign)));
      writer.request(GroupPath.NONE, "Search", 0, 20, true, "");
    }

    assertThat(execute("export", old.toString())).isZero();

    assertThat(err.toString())
        .isEqualTo(
            "loadgate: the assertions of a log of Gatling 3.13.0 cannot be read, so only its"
                + " figures are told\n");
    assertThat(folder.resolve("summary.md")).content().contains("| Search | 1 | 0 |");
  }

  @Test
  void shouldExportARunOfGatling313() {
    assertThat(execute("export", folder.toString())).isZero();

    assertThat(folder.resolve("loadgate.html")).isNotEmptyFile();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldAddARunToTheHistoryOnce() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.move(folder.resolve("simulation.log"), run.resolve("simulation.log"));

    assertThat(execute("export", run.toString(), "--history")).isZero();
    assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(1);
    assertThat(execute("trends", "--results", folder.toString())).isZero();
    assertThat(out.toString()).contains("with 1 runs");

    assertThat(execute("export", run.toString(), "--history")).isEqualTo(1);
    assertThat(err.toString()).contains("run is in the history already");
    assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(1);
  }

  @Test
  void shouldExportABareLogToAnotherFolder() {
    Path output = folder.resolve("record");

    assertThat(execute("export", folder + "/simulation.log", "--output", output.toString()))
        .isZero();

    assertThat(output.resolve("stats.json")).isNotEmptyFile();
    assertThat(folder.resolve("stats.json")).doesNotExist();
  }

  @Test
  void shouldExportNoOtherFormatWhenNoneIsAskedFor() {
    execute("export", folder.toString());

    assertThat(folder.resolve("stats.csv")).doesNotExist();
    assertThat(folder.resolve("js")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "locust, true, false",
    "gatling-3.13, false, true",
    "'gatling-3.13,locust', true, true",
    "all, true, true",
  })
  void shouldExportTheFormatsThatAreAskedFor(String formats, boolean locust, boolean gatling) {
    assertThat(execute("export", folder.toString(), "--format", formats)).isZero();

    assertThat(Files.exists(folder.resolve("stats_history.csv"))).isEqualTo(locust);
    assertThat(Files.exists(folder.resolve("js/global_stats.json"))).isEqualTo(gatling);
    assertThat(folder.resolve("gates.json")).isNotEmptyFile();
  }

  @Test
  void shouldWriteNothingWhenAFormatIsUnknown() {
    assertThat(execute("export", folder.toString(), "--format", "locust,jmeter")).isEqualTo(2);

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "loadgate: unknown format \"jmeter\"; allowed: gatling-3.13, locust, all");
    assertThat(folder.resolve("gates.json")).doesNotExist();
  }

  @Test
  void shouldSayWhereALogBreaksOff() throws IOException {
    Path log = folder.resolve("simulation.log");
    Files.write(log, Arrays.copyOf(Files.readAllBytes(log), 40_000));

    assertThat(execute("export", folder.toString())).isZero();

    assertThat(err.toString()).startsWith("loadgate: The log breaks off at byte 39");
    assertThat(folder.resolve("summary.md")).content().contains("The log breaks off at byte 39");
  }

  @Test
  void shouldFailWhenAFileCannotBeWritten() throws IOException {
    Files.createDirectories(folder.resolve("junit.xml/full"));

    assertThat(execute("export", folder.toString())).isEqualTo(1);

    assertThat(err.toString()).startsWith("loadgate: junit.xml was not written: ").hasLineCount(1);
    assertThat(folder.resolve("stats.json")).isNotEmptyFile();
  }

  @Test
  void shouldFailWithoutALog() {
    assertThat(execute("show", folder.resolve("none").toString())).isEqualTo(1);

    assertThat(err.toString())
        .isEqualToIgnoringNewLines("loadgate: no run log at " + folder.resolve("none"));
  }

  @Test
  void shouldFailOnAFileThatIsNoLog() throws IOException {
    Files.writeString(folder.resolve("simulation.log"), "RUN\tsimulations.Old");

    assertThat(execute("show", folder.toString())).isEqualTo(1);

    assertThat(err.toString()).startsWith("loadgate: ").hasLineCount(1);
  }

  @Test
  void shouldShowTheGates() {
    assertThat(execute("show", folder.toString())).isZero();

    assertThat(out.toString())
        .contains("Checkout / Pay ✓ p95")
        .contains("verdict of the run: fail");
  }

  @Test
  void shouldShowTheSameAfterAnExport() {
    execute("show", folder.toString());
    String before = out.toString();
    execute("export", folder.toString());
    out.getBuffer().setLength(0);

    execute("show", folder.toString());

    assertThat(out.toString()).isEqualTo(before);
  }

  @Test
  void shouldExplainAWrongCommandLine() {
    assertThat(execute("exprt")).isEqualTo(2);

    assertThat(err.toString()).contains("Did you mean: loadgate export");
  }

  private int execute(String... arguments) {
    CommandLine commandLine = LoadgateCommand.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
