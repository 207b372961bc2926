package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs in a language with letters of its own, in a folder with a foreign name, in one that somebody
 * deletes, and several at once.
 */
@Execution(ExecutionMode.CONCURRENT)
class UnusualRunIT {

  /** In Turkish, the upper case of i is not I. */
  @Test
  void turkishShouldChangeNothing() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run =
          OrderSimulation.run(server)
              .with("user.language", "tr")
              .with("user.country", "TR")
              .finish();

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.verdict()).isEqualTo("pass");
      assertThat(run.gate("order failure-rate").value()).isZero();
    }
  }

  @Test
  void folderThatIsDeletedInMidRunShouldTurnTheRunRed() throws IOException {
    try (RawServer server = new RawServer()) {
      SimulationRun run = OrderSimulation.run(server);

      FinishedRun finished = run.finishAfter("started...", () -> deleteFoldersIn(run.results()));

      assertThat(finished.exitCode()).as(finished.console()).isNotZero();
      assertThat(finished.console()).doesNotContain("verdict of the run: pass");
      assertThat(finished.refusals()).isNotEmpty();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
  void folderWithAForeignNameShouldChangeNothing() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run = OrderSimulation.run(server).below("résultats 運行").finish();

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.verdict()).isEqualTo("pass");
      assertThat(new HistoryFile(run.results()).read().runs()).hasSize(1);
    }
  }

  @Test
  void sixRunsAtOnceShouldEachHaveTheirVerdictInOneHistory() throws Exception {
    try (RawServer server = new RawServer()) {
      SimulationRun run =
          OrderSimulation.run(server)
              .withoutReports()
              .from("sh", "-c", "exec \"$@\" > /dev/null 2>&1", "sh");
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        processes.add(run.start());
      }
      for (Process process : processes) {
        assertThat(process.waitFor()).isZero();
      }

      List<HistoryEntry> runs = new HistoryFile(run.results()).read().runs();
      assertThat(runs).extracting(HistoryEntry::verdict).containsOnly(Verdict.PASS).hasSize(6);
      assertThat(runs)
          .extracting(entry -> run.results().resolve(entry.folder()).resolve("gates.json"))
          .doesNotHaveDuplicates()
          .allMatch(Files::isRegularFile);
    }
  }

  private static void deleteFoldersIn(Path results) {
    try (Stream<Path> below = Files.walk(results)) {
      List<Path> all = below.filter(path -> !path.equals(results)).toList();
      for (Path path : all.stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
