package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.gates.MeasuredSimulation;
import loadgate.gates.RegressionLimits;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.RunOrigin;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.StageWindow;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogRecords;
import loadgate.runlog.RunLogWriter;
import loadgate.settings.KnownNames;
import loadgate.settings.Settings;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a run is complete is said last, and never of a run whose record is not written. */
class AfterRunTest {

  private static final String CONF =
      """
      loadgate {
        target {
          base-url = "", allowed-hosts = [localhost], trust-any-certificate = false
          cache-header = X-Cache
        }
        profile = test
        preflight = true
        leave-timeout = 30s
        profiles { test { users = 1, spawn-rate = 1/s, duration = 20s } }
        backend { main-class = backend.BackendMain, start-timeout = 30s }
      }
      gatling.http.requestTimeout = 10000
      """;

  private static final Gates GATES =
      Gates.of(
          List.of(
              new GateLimits(
                  Optional.empty(),
                  Optional.empty(),
                  Measure.of("max"),
                  Optional.of(Limit.exclusive(Direction.BELOW, 500)),
                  Optional.empty(),
                  1,
                  "here:1")),
          RegressionLimits.none(""),
          List.of(),
          List.of(MeasuredSimulation.with(List.of())),
          List.of(MeasuredSimulation.with(List.of()).name()),
          false);

  @TempDir private Path results;

  private Path folder;

  @BeforeEach
  void writeLog() throws IOException {
    folder = Files.createDirectories(results.resolve("sim-1"));
    try (RunLogWriter log = RunLogWriter.create(folder.resolve(RunLog.FILE_NAME))) {
      log.header(
          new RunHeader(
              "3.15.1",
              "Sim",
              Instant.EPOCH,
              "",
              List.of("Visitors"),
              GatlingReader.pickled(GATES.assertions())));
      log.user(0, true, 0);
      log.request(GroupPath.NONE, "Page", 100, 110, true, "");
      log.user(0, false, 2_000);
    }
  }

  @Test
  void shouldSayThatTheRunIsCompleteWhenAllIsWritten() throws IOException {
    afterRun(Map.of()).ended(folder);

    assertThat(isComplete()).isTrue();
    assertThat(history()).containsExactly(Verdict.PASS);
    assertThat(Files.readString(folder.resolve("gates.json"))).contains("\"verdict\" : \"pass\"");
  }

  @Test
  void shouldNotSayThatTheRunIsCompleteWhenRecordingEndsInAnError() throws IOException {
    afterRun(failingOnce()).ended(folder);

    assertThat(isComplete()).isFalse();
    assertThat(history()).containsExactly(Verdict.INCOMPLETE);
    assertThat(GatlingReader.of(folder.resolve(RunLog.FILE_NAME)).holds()).isFalse();
  }

  @Test
  void shouldStandInTheHistoryOnceWhenItIsTakenBackThatTheRunIsComplete() throws IOException {
    FinalVerdict verdict = afterRun(Map.of()).ended(folder);

    verdict.takeBack("another judgement");

    assertThat(isComplete()).isFalse();
    assertThat(history()).containsExactly(Verdict.INCOMPLETE);
    assertThat(Files.readString(folder.resolve("gates.json")))
        .contains("\"verdict\" : \"incomplete\"");
  }

  private boolean isComplete() throws IOException {
    return RunStatistics.of(folder.resolve(RunLog.FILE_NAME)).find(LogCompletion.PATH).isPresent();
  }

  private List<Verdict> history() throws IOException {
    return new HistoryFile(results).read().runs().stream().map(HistoryEntry::verdict).toList();
  }

  private AfterRun afterRun(Map<String, String> told) {
    Settings settings =
        Settings.load(
            ConfigFactory.parseString(CONF),
            Map.of(),
            new Properties(),
            new KnownNames(Set.of("shop"), Set.of()),
            "Shop");
    LogCompleter completer =
        new LogCompleter(
            GATES,
            new DerivedMetrics(
                List.of(new StageWindow(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(2))),
                GATES),
            new ResourceMetrics(null, List.of()),
            List.of(),
            new LostRecords(),
            RunLogRecords.NONE,
            false);
    return new AfterRun(
        settings, RunOrigin.of(settings), completer, new OwnRun(results, "Sim"), told);
  }

  /** As with a version of Gatling that lacks a class, but the second time it is there. */
  private static Map<String, String> failingOnce() {
    return new AbstractMap<>() {
      private boolean failed;

      @Override
      public Set<Entry<String, String>> entrySet() {
        if (!failed) {
          failed = true;
          throw new NoClassDefFoundError("io/gatling/shared/model/assertion/AssertionValidator");
        }
        return Set.of();
      }
    };
  }
}
