package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.StageWindow;
import loadgate.run.InjectorRecord;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MergeCommandTest {

  @TempDir private Path results;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldSucceedWhenTheRunPasses() throws Exception {
    assertThat(merge("--to", results + "/merged", injector(0, 50), injector(1, 60))).isZero();

    assertThat(out.toString())
        .contains("verdict of the run: pass")
        .contains("record of the run: " + results.resolve("merged"))
        .contains("-Dgatling.resultsFolder=" + results + " -Dgatling.reportsOnly=merged");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldNameTheFolderAfterSimulationAndStart() throws Exception {
    assertThat(merge("--results", results + "", injector(0, 50), injector(1, 60))).isZero();

    assertThat(results.resolve("sale-20260101000000123-merged/loadgate.html")).isNotEmptyFile();
  }

  @Test
  void shouldEndWith2WhenAGateFails() throws Exception {
    assertThat(merge("--to", results + "/merged", injector(0, 50), injector(1, 100))).isEqualTo(2);

    assertThat(out.toString()).contains("verdict of the run: fail");
  }

  @Test
  void shouldEndWith2AndSayWhyWhenAnInjectorIsMissing() throws Exception {
    assertThat(merge("--to", results + "/merged", injector(1, 50))).isEqualTo(2);

    assertThat(out.toString()).contains("verdict of the run: incomplete");
    assertThat(err.toString()).isEqualToIgnoringNewLines("loadgate: no folder of injector 0");
  }

  @Test
  void shouldEndWith1WhenAFolderHasNoLog() {
    assertThat(merge("--to", results + "/merged", results + "/none")).isEqualTo(1);

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "loadgate: no run log at " + results.resolve("none/simulation.log"));
    assertThat(results.resolve("merged")).doesNotExist();
  }

  @Test
  void shouldEndWith1WithoutAnyFolder() {
    assertThat(merge()).isEqualTo(1);

    assertThat(err.toString()).startsWith("loadgate: Missing required parameter").hasLineCount(1);
  }

  private int merge(String... arguments) {
    CommandLine commandLine = LoadgateCommand.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "merge";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return commandLine.execute(all);
  }

  /** One of two, with a request that took so long. */
  private String injector(int number, int millis) throws IOException {
    Path folder = Files.createDirectory(results.resolve("inj-" + number));
    Instant start = Instant.parse("2026-01-01T00:00:00.123Z");
    try (RunLogWriter log = RunLogWriter.create(RunLog.inFolder(folder).file())) {
      log.header(new RunHeader("3.15.1", "shop.Sale", start, "", List.of("Shop"), List.of()));
      log.user(0, true, 0);
      log.request(GroupPath.of("Shop"), "Buy", 0, millis, true, "");
    }
    Measure max = Measure.of("max");
    GateLimits limits =
        new GateLimits(
            Optional.empty(),
            Optional.empty(),
            max,
            Optional.of(new Limit(max.direction(), false, 100)),
            Optional.empty(),
            1,
            "here:1");
    RunOrigin origin =
        new RunOrigin(
            "heavy", "http://localhost:8000", "7d86", Optional.empty(), Machine.current());
    new InjectorRecord(
            number,
            2,
            "1.0.0",
            start,
            OptionalLong.empty(),
            false,
            true,
            new InjectorRecord.WholeRun(
                "shop.Sale",
                origin,
                List.of(new StageWindow(2, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1))),
                Set.of(),
                Map.of(),
                new Gates(List.of(new Gate(limits, List.of())), List.of(), List.of(), false, "")))
        .writeTo(folder);
    return folder.toString();
  }
}
