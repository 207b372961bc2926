package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose gates all pass, and whose log, record or history cannot be written. */
class UnwrittenRecordIT {

  private static final String COMPLETED =
      "Loadgate / Log completed: count of all events is greater than or equal to 1.0";

  /** In blocks of 512 bytes, as a shell counts them: 40 kB, less than the page of a run. */
  private static final int SMALL_FILES = 80;

  /** Less than the log of a few hundred requests. */
  private static final int SMALLER_FILES = 40;

  private static SimulationRun withFiles(int blocks, SimulationRun run) {
    return run.from("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
  }

  private static void assertRedWithGreenGates(FinishedRun run) {
    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).isEmpty();
    assertThat(run.titles("pass")).contains("all requests failure-rate");
    assertThat(run.red()).containsExactly(COMPLETED);
    assertThat(run.verdict()).isNotIn("pass", "warn");
    assertThat(run.refusals())
        .contains("loadgate: the record of the run is not whole, so the run fails");
  }

  @Test
  void historyThatCannotBeWrittenShouldTurnTheRunRed() throws IOException {
    try (RawServer server = new RawServer()) {
      SimulationRun run = OrderSimulation.run(server);
      Path nowhere = Path.of("no", "such", "folder");
      Files.createSymbolicLink(run.results().resolve(HistoryFile.FILE_NAME), nowhere);

      FinishedRun finished = run.finish();

      assertThat(finished.console()).contains("the history was not brought up to date");
      assertRedWithGreenGates(finished);
    }
  }

  @Test
  void fileThatCannotBeWrittenShouldTurnTheRunRed() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run =
          withFiles(SMALL_FILES, OrderSimulation.run(server)).withoutReports().finish();

      assertThat(run.console()).contains("loadgate: loadgate.html was not written");
      assertRedWithGreenGates(run);
      assertThat(new HistoryFile(run.results()).read().runs())
          .extracting(HistoryEntry::verdict)
          .doesNotContain(Verdict.PASS, Verdict.WARN)
          .hasSize(1);
    }
  }

  /** As on a full disk. */
  @Test
  void logThatCannotBeWrittenWholeShouldTurnTheRunRedAlsoWithoutReports() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run =
          withFiles(SMALLER_FILES, OrderSimulation.run(server))
              .with("loadgate.user-types.order.think-time", "none")
              .withoutReports()
              .finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.console()).contains("Gatling could not write all of it: java.io.IOException");
      assertThat(run.red()).contains(COMPLETED);
      assertThat(run.verdict()).isNotIn("pass", "warn");
    }
  }

  @Test
  void runWithoutReportsShouldBeGreenWhenAllIsWritten() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run = OrderSimulation.run(server).withoutReports().finish();

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.verdict()).isEqualTo("pass");
      assertThat(run.assertions()).containsEntry(COMPLETED, true);
      assertThat(List.of(run.results().resolve(HistoryFile.FILE_NAME)))
          .allMatch(Files::isRegularFile);
    }
  }

  /** The verdict that was reached before Gatling read the log is not the last word. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          end     | Gatling judges in another way: Loadgate / Log completed
          version | Gatling did not judge the run
          """)
  void verdictThatGatlingDoesNotShareShouldNotStand(String tampered, String line)
      throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run =
          SimulationRun.of(TamperedSimulation.class)
              .with("baseUrl", server.baseUrl())
              .with("tamper", tampered)
              .inOwnProcess()
              .finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
      assertThat(run.console())
          .contains("loadgate: " + line)
          .contains("verdict of the run: incomplete")
          .doesNotContain("verdict of the run: pass");
      assertThat(run.verdict()).isEqualTo("incomplete");
      assertThat(new HistoryFile(run.results()).read().runs())
          .extracting(HistoryEntry::verdict)
          .containsExactly(Verdict.INCOMPLETE);
    }
  }
}
