package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loadgate.gates.Verdict;
import loadgate.runlog.RunLog;
import loadgate.stats.SyntheticRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMismatchesTest {

  private static final Instant START = Instant.parse("2026-11-20T08:15:30Z");

  @TempDir private Path results;

  @Test
  void shouldNameRunsOfDifferentProfiles() throws IOException {
    List<ComparedRun> runs =
        List.of(
            run("a", Optional.of(recorded("light", Verdict.PASS))),
            run("b", Optional.of(recorded("heavy", Verdict.PASS))));

    assertThat(RunMismatches.of(runs))
        .containsExactly("runs of different load profiles: a is of light, b of heavy");
  }

  @Test
  void shouldTakeARunThatTheHistoryDoesNotKnowForOneOfTheSameProfile() throws IOException {
    List<ComparedRun> runs =
        List.of(run("a", Optional.empty()), run("b", Optional.of(recorded("heavy", Verdict.PASS))));

    assertThat(RunMismatches.of(runs)).isEmpty();
  }

  @Test
  void shouldWarnOfRunsThatSayLittleAboutTheTarget() throws IOException {
    List<ComparedRun> runs =
        List.of(
            run("a", Optional.of(recorded("light", Verdict.INVALID))),
            run("b", Optional.of(recorded("light", Verdict.FAIL))));

    assertThat(RunMismatches.warnings(runs)).containsExactly("a: the run is invalid.");
  }

  @Test
  void shouldFindARunInTheHistoryBesideItsFolder() throws IOException {
    HistoryEntry run = recorded("light", Verdict.PASS);
    new HistoryFile(results).append(run);

    RecordedRuns recorded = new RecordedRuns();

    assertThat(recorded.find(results.resolve("a")).map(HistoryEntry::profile)).contains("light");
    assertThat(recorded.find(results.resolve("b"))).isEmpty();
  }

  private static HistoryEntry recorded(String profile, Verdict verdict) {
    return new SampleRun("simulations.ShopSimulation", profile, START, verdict).with("a");
  }

  private ComparedRun run(String name, Optional<HistoryEntry> recorded) throws IOException {
    RunLog log = new SyntheticRun(2, 5).write(Files.createDirectories(results.resolve(name)), 1);
    return ComparedRun.read(Path.of(name), log, recorded, Duration.ZERO, false);
  }
}
