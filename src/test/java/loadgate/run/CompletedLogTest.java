package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.gates.MeasuredSimulation;
import loadgate.gates.MeasuredUserType;
import loadgate.gates.RegressionLimits;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.StageWindow;
import loadgate.report.RunResult;
import loadgate.run.GatlingReader.Figures;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogRecords;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a log holds and whichever gates there are, a completed log reads back as the figures
 * that were computed, by our reader and by Gatling's own. The seed of a failure is in its
 * description.
 */
class CompletedLogTest {

  private static final int LOGS = 400;

  /** Some are also names of groups that are added to a log. */
  private static final List<String> NAMES =
      List.of(
          "Buy",
          "Pay",
          "Item 1",
          "Item 22",
          "Requests",
          "Shop",
          "All requests",
          "Loadgate",
          "Log completed",
          "p95 (exact)",
          "Buy p95 (exact)",
          "Bestätigen",
          "検索 🚀",
          " ");

  /** What gates are on: names, and patterns that several of them match. */
  private static final List<String> NAMED =
      List.of("Buy", "Pay", "Requests", "検索 🚀", "Item *", "*a*");

  private static final Map<String, String> USER_TYPES =
      Map.of("shop", "Shop", "office", "Office", "kasse", "Kasse Ü", "search", "検索");

  private static final List<StageWindow> STAGES =
      List.of(new StageWindow(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20)));

  @TempDir private Path results;

  @Test
  void shouldReadBackAsTheFiguresThatWereComputed() throws IOException {
    for (int seed = 0; seed < LOGS; seed++) {
      RandomRun run = new RandomRun(seed);
      Path log = folder("run-" + seed).resolve(RunLog.FILE_NAME);
      run.writeTo(log);
      assertRefusedWhenCut(run, log);

      RunResult computed;
      try (CompletedLog completed = completer(run, run.leftOver).complete(log)) {
        completed.end();
        computed = completed.run();
      }

      assertReadBack(computed.statistics(), log, "run of seed " + seed);
      assertCounted(run, computed.statistics(), "run of seed " + seed);
      if (!run.isPlain() && seed % 4 == 0) {
        assertReadBackWhenMerged(run, seed);
      }
    }
  }

  private void assertReadBackWhenMerged(RandomRun run, int seed) throws IOException {
    Path whole = folder("whole-" + seed).resolve(RunLog.FILE_NAME);
    run.writeTo(whole);
    int injectors = 2 + seed / 4 % 2;
    List<Path> folders =
        IntStream.range(0, injectors)
            .mapToObj(i -> results.resolve("part-%d-%d".formatted(seed, i)))
            .toList();
    SplitLog.into(folders, whole);
    for (int i = 0; i < injectors; i++) {
      Path part = RunLog.inFolder(folders.get(i)).file();
      // One injector has all that was left over.
      completer(run, i == 0 ? run.leftOver : RunLogRecords.NONE).completePart(part);
      assertReadBack(RunStatistics.of(part), part, "part %d of seed %d".formatted(i, seed));
      record(i, injectors, run.gates).writeTo(folders.get(i));
    }
    Path merged = results.resolve("merged-" + seed);

    RunStatistics computed = new RunMerge(folders).into(merged).statistics();

    assertReadBack(computed, RunLog.inFolder(merged).file(), "merged run of seed " + seed);
    assertCounted(run, computed, "merged run of seed " + seed);
  }

  private static void assertReadBack(RunStatistics computed, Path log, String what)
      throws IOException {
    assertThat(RunStatistics.of(log).differenceTo(computed)).as(what).isEmpty();
    GatlingReader gatling = GatlingReader.of(log);
    for (PathStatistics path : computed.paths()) {
      assertThat(gatling.figures(path.kind(), path.path()))
          .as("%s, %s %s", what, path.kind(), path.path())
          .contains(Figures.of(path.summary()));
    }
    assertThat((long) gatling.data().allRequestPaths().size())
        .as(what)
        .isEqualTo(
            computed.paths().stream().filter(path -> path.kind() == PathKind.REQUEST).count());
  }

  /** Counts what was sent and left over once more, without anything of the toolkit. */
  private static void assertCounted(RandomRun run, RunStatistics computed, String what)
      throws IOException {
    Counts counts = new Counts(run.gates);
    run.sendTo(counts);
    run.leftOver.sendTo(counts);
    // A group of the simulation may have the name of one that a figure is recorded under.
    counts.all.keySet().removeIf(place -> place.names.equals(LogCompletion.PATH));
    run.gates.active().stream()
        .filter(gate -> gate.measure().isRecorded())
        .forEach(gate -> counts.all.keySet().removeIf(p -> p.names.equals(gate.assertedPath())));
    counts.all.forEach(
        (path, values) ->
            assertThat(computed.find(path.kind, path.names).map(found -> found.summary()))
                .as("%s, %s", what, path)
                .map(Figures::of)
                .contains(values.figures()));
    for (Gate gate : run.gates.active()) {
      if (gate.measure().equals(Measure.of("p95")) && !gate.path().isEmpty()) {
        computed
            .find(gate.path())
            .ifPresent(
                samples ->
                    assertThat(computed.find(gate.assertedPath()).orElseThrow().summary().max())
                        .as("%s, %s", what, gate.title())
                        .isGreaterThanOrEqualTo(samples.summary().percentile(95)));
      }
    }
  }

  private static void assertRefusedWhenCut(RandomRun run, Path whole) throws IOException {
    Path log = whole.resolveSibling("cut.log");
    byte[] bytes = Files.readAllBytes(whole);
    int header = run.headerBytes(log);
    byte[] cut = Arrays.copyOf(bytes, header + run.random.nextInt(bytes.length - header));
    Files.write(log, cut);
    if (new RunLog(log).read(new RunLogListener() {}).complete()) {
      return;
    }
    assertThatThrownBy(() -> completer(run, RunLogRecords.NONE).complete(log))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("breaks off at byte");
    assertThat(Files.readAllBytes(log)).isEqualTo(cut);
  }

  /** The third request takes 900 ms: too much for the limit on its maximum and for no other. */
  @Test
  void shouldGiveTheSameVerdictAsGatlingWithSeveralGatesOnRequests() throws IOException {
    List<GateLimits> limits =
        List.of(
            requests("First", "p95", Optional.of(500), Optional.empty()),
            requests("Second", "max", Optional.empty(), Optional.of(500)),
            requests("Third", "max", Optional.of(500), Optional.empty()));
    Gates gates = plain(limits);
    Path log = folder("example").resolve(RunLog.FILE_NAME);
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(header(List.of("Visitors"), gates));
      writer.user(0, true, 0);
      for (String name : List.of("First", "Second", "Third")) {
        int millis = name.equals("Third") ? 900 : 10;
        writer.request(GroupPath.NONE, name, 100, 100 + millis, true, "");
      }
      writer.user(0, false, 2_000);
    }

    RunVerdict verdict;
    try (CompletedLog completed = completer(gates, RunLogRecords.NONE).complete(log)) {
      completed.end();
      verdict = completed.run().verdict().orElseThrow();
    }

    assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(verdict.gates())
        .extracting(result -> result.gate().title() + " " + result.verdict())
        .containsExactly(
            "requests / First p95 PASS", "requests / Second max PASS", "requests / Third max FAIL");
    assertThat(RunVerdict.of(gates, RunStatistics.of(log))).isEqualTo(verdict);
    assertThat(GatlingReader.of(log).holds()).isFalse();
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(results.resolve(name));
  }

  private static final MeasuredUserType SIMULATION =
      MeasuredSimulation.with(
          List.of(new MeasuredUserType.MeasuredMetric("unsent", "Unsent", Optional.empty())));

  private static LogCompleter completer(RandomRun run, RunLogRecords leftOver) {
    return completer(run.gates, leftOver);
  }

  private static LogCompleter completer(Gates gates, RunLogRecords leftOver) {
    return new LogCompleter(
        gates,
        new DerivedMetrics(STAGES, gates),
        new ResourceMetrics(null, List.of()),
        List.of(),
        new LostRecords(),
        leftOver,
        false);
  }

  private static RunHeader header(List<String> scenarios, Gates gates) {
    return new RunHeader(
        "3.15.1",
        "Random",
        Instant.EPOCH,
        "",
        scenarios,
        GatlingReader.pickled(gates.assertions()));
  }

  private static Gates plain(List<GateLimits> limits) {
    return Gates.of(
        limits,
        RegressionLimits.none(""),
        List.of(),
        List.of(SIMULATION),
        List.of(SIMULATION.name()),
        false);
  }

  private static GateLimits requests(
      String name, String measure, Optional<Integer> fail, Optional<Integer> warn) {
    return limits("requests", name, measure, fail, warn);
  }

  private static GateLimits limits(
      String of, String name, String measure, Optional<Integer> fail, Optional<Integer> warn) {
    return new GateLimits(
        Optional.of(of),
        Optional.ofNullable(name),
        Measure.of(measure),
        fail.map(CompletedLogTest::below),
        warn.map(CompletedLogTest::below),
        1,
        "here:1");
  }

  private static Limit below(int limit) {
    return Limit.exclusive(Direction.BELOW, limit);
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
            "Random",
            new RunOrigin(
                "heavy",
                "http://localhost:8000",
                "7d86",
                Optional.empty(),
                new Machine(2, 25_276_514_304L, "Linux 6.1.0 amd64", "17.0.15")),
            STAGES,
            Set.of(),
            Map.of(),
            gates));
  }

  /** A log before its completion, with its gates and what was left over. */
  private static final class RandomRun {

    private final Random random;
    private final List<String> scenarios = new ArrayList<>();
    private final List<RunLogRecords> records = new ArrayList<>();
    private final RunLogRecords leftOver;
    private final Gates gates;

    RandomRun(int seed) {
      random = new Random(seed);
      boolean plain = random.nextBoolean();
      Set<String> types = plain ? Set.of() : some(List.copyOf(USER_TYPES.keySet()), 1);
      types.forEach(type -> scenarios.add(USER_TYPES.get(type)));
      if (plain) {
        scenarios.add("Visitors");
      }
      gates = plain ? plain(ofNames()) : ofUserTypes(types);
      for (int left = 1 + random.nextInt(60); left > 0; left--) {
        records.add(record());
      }
      List<RunLogRecords> requests = new ArrayList<>();
      for (int left = random.nextInt(4); left > 0; left--) {
        requests.add(request());
      }
      leftOver = to -> sendAll(requests, to);
    }

    boolean isPlain() {
      return gates.areOfPlainSimulation();
    }

    void sendTo(RunLogListener listener) throws IOException {
      listener.user(0, true, 0);
      sendAll(records, listener);
      listener.user(0, false, 21_000);
    }

    void writeTo(Path log) throws IOException {
      try (RunLogWriter writer = RunLogWriter.create(log)) {
        writer.header(header(scenarios, gates));
        sendTo(writer);
      }
    }

    int headerBytes(Path scratch) throws IOException {
      try (RunLogWriter writer = RunLogWriter.create(scratch)) {
        writer.header(header(scenarios, gates));
      }
      return (int) Files.size(scratch);
    }

    private static void sendAll(List<RunLogRecords> all, RunLogListener to) throws IOException {
      for (RunLogRecords each : all) {
        each.sendTo(to);
      }
    }

    private List<GateLimits> ofNames() {
      return some(NAMED, 0).stream()
          .map(
              name ->
                  requests(
                      name,
                      random.nextBoolean() ? "p95" : "max",
                      Optional.of(500),
                      Optional.empty()))
          .toList();
    }

    private Gates ofUserTypes(Set<String> types) {
      List<GateLimits> limits = new ArrayList<>(ofNames());
      for (String type : types) {
        limits.add(limits(type, null, "p95", Optional.of(500), Optional.empty()));
        for (String name : some(NAMED, 0)) {
          limits.add(limits(type, name, "p95", Optional.of(500), Optional.empty()));
        }
      }
      return Gates.of(
          limits,
          RegressionLimits.none(""),
          types,
          types.stream()
              .map(type -> new MeasuredUserType(type, USER_TYPES.get(type), List.of()))
              .toList(),
          types,
          false);
    }

    private RunLogRecords record() {
      int at = random.nextInt(20_000);
      int millis = random.nextInt(1_000);
      boolean ok = random.nextBoolean();
      String message = pick(NAMES);
      GroupPath path = GroupPath.of(Stream.concat(groups(), Stream.of(pick(NAMES))).toList());
      return switch (random.nextInt(6)) {
        case 0 -> to -> to.group(path, at, at + millis, millis / 2, ok);
        case 1 -> to -> to.error(message, at);
        default -> request();
      };
    }

    private RunLogRecords request() {
      int at = random.nextInt(20_000);
      int millis = random.nextInt(1_000);
      boolean ok = random.nextBoolean();
      GroupPath groups = GroupPath.of(groups().toList());
      String name = pick(NAMES);
      String message = ok ? "" : pick(NAMES);
      return to -> to.request(groups, name, at, at + millis, ok, message);
    }

    /** Those of a user type begin with its own. */
    private Stream<String> groups() {
      Stream<String> own = Stream.generate(() -> pick(NAMES)).limit(random.nextInt(3));
      boolean ofType = !scenarios.contains("Visitors");
      return Stream.concat(ofType ? Stream.of(pick(scenarios)) : Stream.empty(), own);
    }

    private Set<String> some(List<String> all, int least) {
      Set<String> some = new LinkedHashSet<>();
      for (int left = least + random.nextInt(all.size()); left > 0; left--) {
        some.add(pick(all.stream().sorted().toList()));
      }
      return some;
    }

    private String pick(List<String> all) {
      return all.get(random.nextInt(all.size()));
    }
  }

  /** Counts requests and groups as they are to be in the completed log. */
  private static final class Counts implements RunLogListener {

    private record Place(PathKind kind, List<String> names) {}

    private static final class Values {
      private long count;
      private long failures;
      private long min = Long.MAX_VALUE;
      private long max;
      private long sum;

      void add(long value, boolean ok) {
        count++;
        failures += ok ? 0 : 1;
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
      }

      Figures figures() {
        return new Figures(count, failures, min, max, Math.round((double) sum / count));
      }
    }

    private final Map<Place, Values> all = new HashMap<>();
    private final Gates gates;

    Counts(Gates gates) {
      this.gates = gates;
    }

    @Override
    public void request(
        GroupPath groups, String name, int start, int end, boolean ok, String message) {
      List<String> path = Stream.concat(groups.names().stream(), Stream.of(name)).toList();
      add(PathKind.REQUEST, path, end - start, ok);
      if (!gates.areOfPlainSimulation()) {
        add(PathKind.GROUP, path.subList(0, 1), end - start, ok);
      }
      Stream<List<String>> ofGates =
          gates.active().stream()
              .filter(gate -> gate.settings().detail().filter(named -> is(named, name)).isPresent())
              .filter(gate -> singlesOut(gate, groups))
              .map(Gate::path);
      ofGates.distinct().forEach(gate -> add(PathKind.GROUP, gate, end - start, ok));
    }

    /** Requests of one name alone stand in the log of a user type by themselves. */
    private static boolean singlesOut(Gate gate, GroupPath groups) {
      return gate.path().get(0).equals("Requests")
          || gate.path().get(1).contains("*") && groups.names().get(0).equals(gate.path().get(0));
    }

    private static boolean is(String named, String name) {
      return switch (named) {
        case "Item *" -> name.startsWith("Item ");
        case "*a*" -> name.contains("a");
        default -> name.equals(named);
      };
    }

    @Override
    public void group(GroupPath path, int start, int end, int cumulated, boolean ok) {
      add(PathKind.GROUP, path.names(), cumulated, ok);
    }

    private void add(PathKind kind, List<String> path, long value, boolean ok) {
      all.computeIfAbsent(new Place(kind, path), place -> new Values()).add(value, ok);
    }
  }
}
