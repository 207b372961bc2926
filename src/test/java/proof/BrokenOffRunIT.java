package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Load generators that are told to end in mid-run, and those whose build tool ends. */
class BrokenOffRunIT {

  private static final List<String> COMPLETION = List.of("Loadgate", "Log completed");

  @TempDir private Path folder;

  /** A run of five minutes, of which a test waits for a few seconds. */
  private static SimulationRun longRun(RawServer server) {
    return OrderSimulation.run(server).load(4, 300);
  }

  private static void assertRecordedAsBrokenOff(FinishedRun run) throws IOException {
    assertThat(run.console()).contains("loadgate: the run was broken off");
    assertThat(run.console()).contains("the log of the run is not complete");
    RunStatistics log = RunStatistics.of(RunLog.inFolder(run.runFolder()).file());
    assertThat(log.global().count()).as(run.console()).isPositive();
    assertThat(log.find(COMPLETION)).isEmpty();
    assertThat(run.verdict()).isNotIn("pass", "warn");
    assertThat(new HistoryFile(run.results()).read().runs())
        .extracting(HistoryEntry::verdict)
        .doesNotContain(Verdict.PASS, Verdict.WARN)
        .hasSize(1);
  }

  @Test
  void shouldBeRecordedWhenItIsToldToEnd() throws Exception {
    Path console = folder.resolve("console.txt");
    try (RawServer server = new RawServer()) {
      SimulationRun run =
          longRun(server).from("sh", "-c", "exec \"$@\" > '" + console + "' 2>&1", "sh");
      Process process = run.start();
      try {
        waitForLog(run.results());

        process.toHandle().destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        FinishedRun finished =
            new FinishedRun(process.exitValue(), Files.readString(console), run.results());
        assertThat(finished.exitCode()).as(finished.console()).isNotZero();
        assertRecordedAsBrokenOff(finished);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** A shell stands for Maven, which hands Gatling's arguments over in a file on the class path. */
  @Test
  void shouldEndWithTheBuildToolThatStartedIt() throws Exception {
    Path arguments = folder.resolve("META-INF/args.txt");
    Files.createDirectories(arguments.getParent());
    Files.writeString(
        arguments, "io.gatling.app.Gatling\n-s\nproof.OrderSimulation\n", StandardCharsets.UTF_8);
    try (RawServer server = new RawServer()) {
      Path console = folder.resolve("console.txt");
      SimulationRun run =
          longRun(server)
              .withClassPath(folder)
              .from("sh", "-c", "\"$@\" > '" + console + "' 2>&1 & wait", "sh");
      Process shell = run.start();
      try {
        waitForLog(run.results());
        ProcessHandle generator = shell.descendants().findFirst().orElseThrow();

        shell.destroyForcibly();

        generator.onExit().get(60, TimeUnit.SECONDS);
        FinishedRun finished = new FinishedRun(1, Files.readString(console), run.results());
        assertThat(finished.console())
            .contains("loadgate: the build tool that started this run has ended");
        assertRecordedAsBrokenOff(finished);
      } finally {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
      }
    }
  }

  /** Gatling writes its log by the block. */
  private static void waitForLog(Path results) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      try (Stream<Path> files = Files.walk(results)) {
        if (files.anyMatch(file -> file.endsWith(RunLog.FILE_NAME) && file.toFile().length() > 0)) {
          return;
        }
      }
      assertThat(Instant.now()).as("the log is empty").isBefore(deadline);
      Thread.sleep(100);
    }
  }
}
