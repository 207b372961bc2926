package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.run.InjectorRecord;

/**
 * A run of three injectors that a scheduler has started and merged. What is asserted here is meant
 * for 12 users of {@link simulations.HealthSimulation}.
 *
 * @param injectors the folder of the folders of all injectors, which have their numbers as names
 */
record ScheduledRun(FinishedRun merged, Path injectors) {

  static final int INJECTORS = 3;

  /**
   * @param merged the folder of the merged run
   */
  static ScheduledRun of(int exitCode, String console, Path merged, Path injectors)
      throws IOException {
    assertThat(merged).as(console).isDirectory();
    Path alone = Files.createDirectory(merged.resolveSibling("alone-" + merged.getFileName()));
    Files.createSymbolicLink(alone.resolve(merged.getFileName()), merged);
    return new ScheduledRun(new FinishedRun(exitCode, console, alone), injectors);
  }

  Path folderOf(int injector) throws IOException {
    try (var runs = Files.list(injectors.resolve(String.valueOf(injector)))) {
      return runs.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  Optional<InjectorRecord> record(int injector) throws IOException {
    return InjectorRecord.read(folderOf(injector));
  }

  void assertPassed() throws IOException {
    assertThat(merged.exitCode()).as(merged.console()).isZero();
    assertThat(merged.verdict()).isEqualTo("pass");
    assertThat(merged.usersStarted()).isEqualTo(Map.of("Health", 9, "Health Full", 3));
    List<HistoryEntry> history = new HistoryFile(merged.results().getParent()).read().runs();
    assertThat(history).hasSize(1);
    assertThat(history.get(0).injectors()).hasValue(INJECTORS);
    assertThat(history.get(0).verdict()).isEqualTo(Verdict.PASS);
    assertStartedWithinASecond();
  }

  private void assertStartedWithinASecond() throws IOException {
    LongSummaryStatistics starts = new LongSummaryStatistics();
    for (int injector = 0; injector < INJECTORS; injector++) {
      starts.accept(record(injector).orElseThrow().startedAt().toEpochMilli());
    }
    assertThat(starts.getMax() - starts.getMin()).isLessThan(1_000);
  }

  /** Half of all answers were errors. */
  void assertFailed() {
    assertThat(merged.exitCode()).as(merged.console()).isEqualTo(2);
    assertThat(merged.verdict()).isEqualTo("fail");
    assertThat(merged.gate("all requests failure-rate").value()).isGreaterThan(20);
  }

  /** Injector 1 was killed under load. */
  void assertIncompleteWithoutInjector1() throws IOException {
    assertThat(merged.exitCode()).as(merged.console()).isEqualTo(2);
    assertThat(merged.verdict()).isEqualTo("incomplete");
    assertThat(merged.console())
        .contains(
            injectors.getParent().relativize(folderOf(1)) + ": no injector.json, so it broke off");
    assertThat(record(1)).isEmpty();
    for (int survivor : List.of(0, 2)) {
      assertThat(record(survivor).orElseThrow().complete()).isTrue();
    }
  }
}
