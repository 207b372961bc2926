package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.gates.GatesFromAssertions;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.StageMeasure;
import loadgate.model.StageWindow;
import loadgate.report.GatesJson;
import loadgate.report.Indicators;
import loadgate.report.ReportFiles;
import loadgate.report.RunResult;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogRecords;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMergeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path results;

  @ParameterizedTest
  @ValueSource(strings = {"gatling-3.13.4", "gatling-3.15.1"})
  void shouldComeToTheFiguresOfTheLogThatWasSplit(String fixture) throws Exception {
    Path log = Path.of("src/test/resources/runlogs", fixture, "simulation.log");
    Gates gates = gates(RunStatistics.of(log));
    Path whole = Files.createDirectories(results.resolve("whole"));
    Files.copy(log, RunLog.inFolder(whole).file());
    RunResult expected =
        new LogCompleter(
                gates,
                new DerivedMetrics(stages(), gates),
                new ResourceMetrics(null, List.of()),
                List.of(),
                new LostRecords(),
                RunLogRecords.NONE,
                false)
            .complete(RunLog.inFolder(whole).file())
            .run();
    assertThat(new ReportFiles(expected, Set.of()).writeTo(whole)).isEmpty();
    List<Path> folders = folders(3);
    SplitLog.into(folders, log);
    for (int i = 0; i < 3; i++) {
      record(i, 3, gates).writeTo(folders.get(i));
    }

    Path merged = results.resolve("merged");
    RunResult result = new RunMerge(folders).into(merged);

    assertThat(statsOf(merged)).isEqualTo(statsOf(whole));
    assertThat(gatesOf(merged)).isEqualTo(gatesOf(whole));
    assertThat(result.timelines()).isEqualTo(expected.timelines());
    assertThat(result.statistics().errors()).isEqualTo(expected.statistics().errors());
    assertThat(result.verdict().orElseThrow().gates())
        .hasSameSizeAs(gates.active())
        .allMatch(gate -> gate.actual().isPresent());
    RunResult again =
        RunResult.read(
            RunLog.inFolder(merged).file(), GatesJson.read(merged), Indicators.configured());
    assertThat(again.verdict()).isEqualTo(result.verdict());
  }

  /** Those that the log asserts, and each kind that is computed from the whole run. */
  private static Gates gates(RunStatistics run) {
    Gates asserted = GatesFromAssertions.of(run).orElseThrow();
    List<Gate> active = new ArrayList<>(asserted.active());
    List<String> group =
        run.paths().stream()
            .map(path -> path.path())
            .filter(path -> path.size() > 1)
            .findFirst()
            .orElseThrow()
            .subList(0, 1);
    for (String measure : List.of("p95", "p99.9", "mean", "failure-rate", "throughput")) {
      active.add(new Gate(limits(Optional.empty(), Measure.of(measure)), List.of()));
      active.add(new Gate(limits(Optional.of("shop"), Measure.of(measure)), group));
    }
    for (StageMeasure measure : StageMeasure.values()) {
      active.add(
          new Gate(
              limits(Optional.empty(), measure.measure()),
              List.of("All requests", measure.title())));
    }
    return new Gates(active, List.of(), asserted.observed(), false, "the last 5 runs");
  }

  private static GateLimits limits(Optional<String> userType, Measure measure) {
    return new GateLimits(
        userType,
        Optional.empty(),
        measure,
        Optional.of(new Limit(measure.direction(), true, 50)),
        Optional.empty(),
        1,
        "here:1");
  }

  private List<Path> folders(int injectors) {
    return IntStream.range(0, injectors).mapToObj(i -> results.resolve("inj-" + i)).toList();
  }

  private static List<StageWindow> stages() {
    return List.of(
        new StageWindow(10, Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(2)),
        new StageWindow(20, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5)));
  }

  private static InjectorRecord record(int injector, int injectors, Gates gates) {
    return new InjectorRecord(
        injector,
        injectors,
        "1.0.0",
        Instant.EPOCH,
        OptionalLong.empty(),
        false,
        true,
        new InjectorRecord.WholeRun(
            "simulations.ProtoSimulation",
            new RunOrigin(
                "heavy",
                "http://localhost:8000",
                "7d86",
                Optional.empty(),
                new Machine(2, 25_276_514_304L, "Linux 6.1.0 amd64", "17.0.15")),
            stages(),
            Set.of(),
            Map.of(),
            gates));
  }

  /** Paths are listed as they come first, in a log whose records of one moment may be shuffled. */
  private static List<String> statsOf(Path folder) throws IOException {
    ObjectNode stats = (ObjectNode) JSON.readTree(folder.resolve("stats.json").toFile());
    List<String> sorted = new ArrayList<>();
    stats.remove("paths").forEach(path -> sorted.add(path.toString()));
    sorted.sort(null);
    sorted.add(0, stats.toString());
    return sorted;
  }

  /** Without what is told of where the run took place. */
  private static ObjectNode gatesOf(Path folder) throws IOException {
    ObjectNode gates = (ObjectNode) JSON.readTree(folder.resolve("gates.json").toFile());
    gates.remove("told");
    return gates;
  }
}
