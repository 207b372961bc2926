package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import io.gatling.javaapi.core.Assertion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import loadgate.gates.Gate;
import loadgate.gates.GateResult;
import loadgate.gates.Gates;
import loadgate.gates.GatesFromAssertions;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import loadgate.history.RunOrigin;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Measure;
import loadgate.model.Stage;
import loadgate.model.StageWindow;
import loadgate.model.Unit;
import loadgate.report.GatesJson;
import loadgate.report.Indicators;
import loadgate.report.ReportFiles;
import loadgate.report.RunResult;
import loadgate.report.VerdictTable;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogRecords;
import loadgate.runlog.RunLogWriter;
import loadgate.settings.KnownNames;
import loadgate.settings.RegressionSettings;
import loadgate.settings.Settings;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Whatever was measured and wherever the limits lie, a gate has one verdict: on the console, in
 * gates.json, JUnit, Markdown, page and history, and by Gatling's own reader and validator, whose
 * assertions make the exit code.
 */
class OneVerdictTest {

  private static final int LOGS = 90;
  private static final GroupPath SHOP = GroupPath.of("Shop");
  private static final GroupPath CACHE_HIT = GroupPath.of("Shop", "Cache hit");
  private static final GroupPath PRICE = GroupPath.of("Shop", "Price");
  private static final GroupPath SATURATED = GroupPath.of("Injector", "Saturated (%)");
  private static final Set<Verdict> RED =
      Set.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.INVALID);

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

  @TempDir private Path results;

  @Test
  void shouldBeTheSameInEveryPlace() throws Exception {
    int judged = 0;
    int red = 0;
    int invalid = 0;
    for (long seed = 0; seed < LOGS; seed++) {
      Random random = new Random(seed);
      Path folder = Files.createDirectories(results.resolve("run-" + seed));
      Path log = folder.resolve(RunLog.FILE_NAME);
      write(log, List.of(), new Random(seed));
      Gates gates = gates(RunStatistics.of(log), random);
      write(log, gates.assertions(), new Random(seed));

      LogCompleter completer =
          new LogCompleter(
              gates,
              new DerivedMetrics(StageWindow.of(profile()), gates),
              new ResourceMetrics(null, List.of()),
              List.of(),
              new LostRecords(),
              RunLogRecords.NONE,
              false);
      CompletedLog completed = completer.complete(log);
      completed.end();
      RunResult run = completed.run();

      RunVerdict verdict = run.verdict().orElseThrow();
      assertThat(new ReportFiles(run, Set.of()).writeTo(folder)).isEmpty();
      assertSameInFiles(verdict, folder);
      assertSameOnConsole(verdict);
      assertSameInHistory(run, folder);
      assertSameWhenReadAgain(verdict, log, folder);
      assertSameByGatling(verdict, gates, log);
      judged += verdict.gates().size();
      invalid += verdict.verdict() == Verdict.INVALID ? 1 : 0;
      red += (int) verdict.gates().stream().filter(gate -> RED.contains(gate.verdict())).count();
    }
    assertThat(judged).isGreaterThanOrEqualTo(2000);
    assertThat(invalid).isBetween(LOGS / 5, 4 * LOGS / 5);
    assertThat(red).isBetween(judged / 5, 4 * judged / 5);
  }

  private static void assertSameInFiles(RunVerdict verdict, Path folder) throws Exception {
    JsonNode json = new ObjectMapper().readTree(folder.resolve("gates.json").toFile());
    assertThat(json.required("verdict").asText()).isEqualTo(verdict.verdict().text());
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("junit.xml").toFile())
            .getElementsByTagName("testcase");
    List<String> markdown = rows(folder.resolve("summary.md"), "| ");
    List<String> page = rows(folder.resolve("loadgate.html"), "<tr><td>");
    for (int i = 0; i < verdict.gates().size(); i++) {
      GateResult gate = verdict.gates().get(i);
      String expected = gate.verdict().text();
      assertThat(json.required("gates").get(i).required("verdict").asText()).isEqualTo(expected);
      // The first test case is the run's.
      Element test = (Element) cases.item(i + 1);
      boolean broken =
          test.getElementsByTagName("failure").getLength()
                  + test.getElementsByTagName("error").getLength()
              > 0;
      assertThat(broken).as("JUnit, %s", gate).isEqualTo(RED.contains(gate.verdict()));
    }
    List<GateResult> shown = verdict.worstFirst();
    for (int i = 0; i < shown.size(); i++) {
      String expected = shown.get(i).verdict().text();
      // The first two rows are the head of the table.
      assertThat(markdown.get(i + 2))
          .startsWith("| " + shown.get(i).gate().title() + " |")
          .contains("| " + expected);
      assertThat(page.get(i)).contains("<span class=\"%s\">".formatted(expected));
    }
  }

  private static List<String> rows(Path file, String start) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.startsWith(start)).toList();
  }

  private static void assertSameOnConsole(RunVerdict verdict) {
    String table = new VerdictTable(verdict).text();
    assertThat(table).contains("verdict of the run: " + verdict.verdict().text());
    List<String> lines = table.lines().filter(line -> line.startsWith("  ")).toList();
    for (int i = 0; i < verdict.shown().size(); i++) {
      assertThat(lines.get(i + 1)).contains("  " + verdict.shown().get(i).verdict().text());
    }
  }

  private void assertSameInHistory(RunResult run, Path folder) throws IOException {
    Settings settings =
        Settings.load(
            ConfigFactory.parseString(CONF),
            Map.of(),
            new Properties(),
            new KnownNames(Set.of("shop"), Set.of()),
            "Shop");
    HistoryFile history = new HistoryFile(folder);
    history.append(HistoryEntry.of(RunOrigin.of(settings), OptionalInt.empty(), run, folder));
    HistoryEntry entry = history.read().runs().get(0);
    RunVerdict verdict = run.verdict().orElseThrow();
    assertThat(entry.verdict()).isEqualTo(verdict.verdict());
    assertThat(entry.gates())
        .extracting(gate -> gate.verdict())
        .isEqualTo(verdict.shown().stream().map(GateResult::verdict).toList());
  }

  /** As the commands show and export, with the run's own gates and with its assertions alone. */
  private static void assertSameWhenReadAgain(RunVerdict verdict, Path log, Path folder)
      throws IOException {
    RunVerdict again =
        RunResult.read(log, GatesJson.read(folder), Indicators.defaults()).verdict().orElseThrow();
    assertThat(again.verdict()).isEqualTo(verdict.verdict());
    assertThat(again.gates())
        .extracting(GateResult::verdict)
        .isEqualTo(verdict.gates().stream().map(GateResult::verdict).toList());
    RunVerdict asserted =
        RunVerdict.of(
            GatesFromAssertions.of(RunStatistics.of(log)).orElseThrow(), RunStatistics.of(log));
    assertThat(RED.contains(asserted.verdict())).isEqualTo(RED.contains(verdict.verdict()));
  }

  private static void assertSameByGatling(RunVerdict verdict, Gates gates, Path log) {
    GatlingReader gatling = GatlingReader.of(log);
    boolean green = gatling.holds(gates.assertions());
    assertThat(green).as("exit code").isEqualTo(!RED.contains(verdict.verdict()));
    for (GateResult result : verdict.gates()) {
      Gates alone = new Gates(List.of(result.gate()), List.of(), List.of(), false, "");
      boolean holds = gatling.holds(alone.assertions());
      assertThat(holds).as("%s", result).isEqualTo(!RED.contains(result.verdict()));
    }
  }

  /** Limits on both sides of what was measured, exactly on it, and on what was not measured. */
  private static Gates gates(RunStatistics measured, Random random) {
    List<Gate> gates = new ArrayList<>();
    for (List<String> path :
        List.of(List.<String>of(), SHOP.names(), List.of("Shop", "Buy"), List.of("Nobody"))) {
      for (String name :
          List.of("p50", "p95", "p99.9", "mean", "max", "failure-rate", "throughput")) {
        gates.add(gate(path, Measure.of(name), measured, random));
      }
    }
    for (List<String> path : List.of(List.<String>of(), SHOP.names())) {
      for (String name : List.of("p95", "mean", "failure-rate")) {
        gates.add(gate(path, Measure.ofEach(name).orElseThrow(), measured, random));
      }
      for (Measure compared : RegressionSettings.MEASURES) {
        gates.add(gate(path, compared.againstEarlierRuns(), measured, random));
      }
    }
    for (String name : List.of("hit-rate", "misses")) {
      gates.add(gate(CACHE_HIT.names(), Measure.of(name), measured, random));
    }
    for (String statistic : List.of("p95", "mean", "max", "min")) {
      Measure measure = Measure.ofValues("price", statistic, Unit.COUNT);
      gates.add(gate(PRICE.names(), measure, measured, random));
    }
    for (String statistic : List.of("max", "mean")) {
      Measure measure = Measure.ofValues("saturated", statistic, Unit.PERCENT);
      gates.add(gate(SATURATED.names(), measure, measured, random));
    }
    // One broken gate would hide all others from the verdict of the run.
    Set<Integer> kept = new HashSet<>();
    if (random.nextInt(3) == 0) {
      while (kept.size() < 2) {
        kept.add(random.nextInt(gates.size()));
      }
      return new Gates(kept.stream().map(gates::get).toList(), List.of(), List.of(), false, "");
    }
    return new Gates(List.copyOf(gates), List.of(), List.of(), false, "");
  }

  private static Gate gate(
      List<String> path, Measure measure, RunStatistics measured, Random random) {
    Gate unlimited = new Gate(settings(path, measure, Optional.empty(), Optional.empty(), 1), path);
    // User types have no records of their own group before the log is completed.
    double actual = GateResult.of(unlimited, measured).actual().orElse(50 + random.nextInt(150));
    int minSamples =
        measure.takesSeveralSamples() && !measure.isRegression() ? 1 + random.nextInt(60) : 1;
    return new Gate(
        settings(
            path,
            measure,
            Optional.of(limit(measure, actual, random)),
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(limit(measure, actual * 0.9, random)),
            minSamples),
        path);
  }

  private static Limit limit(Measure measure, double actual, Random random) {
    double moved = Math.max(1, actual + (random.nextInt(5) - 2) * actual / 10);
    boolean whole =
        measure.isOfValues() || measure.unit() != Unit.PERCENT && measure.unit() != Unit.PER_SECOND;
    double value = random.nextInt(3) == 0 ? Math.max(1, actual) : moved;
    return new Limit(
        measure.direction(),
        random.nextBoolean(),
        whole ? Math.rint(value) : Math.min(99, Math.rint(value * 1_000) / 1_000));
  }

  private static GateLimits settings(
      List<String> path,
      Measure measure,
      Optional<Limit> fail,
      Optional<Limit> warn,
      int minSamples) {
    return new GateLimits(
        path.stream().findFirst().map(name -> name.toLowerCase(Locale.ROOT)),
        Optional.empty(),
        measure,
        fail,
        warn,
        minSamples,
        "here");
  }

  private static LoadProfile profile() {
    Stage stage = new Stage(1, Duration.ofSeconds(20), OptionalDouble.empty());
    return new LoadProfile(
        "test", LoadModel.CLOSED, List.of(stage), Map.of("shop", 1), Map.of(), false, "here:1");
  }

  private static void write(Path log, List<Assertion> assertions, Random random)
      throws IOException {
    RunHeader header =
        new RunHeader(
            "3.15.1",
            "Random",
            Instant.EPOCH,
            "",
            List.of("Shop"),
            GatlingReader.pickled(assertions));
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(header);
      writer.user(0, true, 0);
      int failing = random.nextInt(10);
      for (int left = 1 + random.nextInt(400); left > 0; left--) {
        int start = random.nextInt(20_000);
        // Two-peaked, where sketches of percentiles go wrong.
        int end = start + random.nextInt(random.nextInt(20) == 0 ? 300 : 30);
        boolean ok = random.nextInt(10) >= failing;
        String name = random.nextInt(10) == 0 ? "Pay" : "Buy";
        writer.request(SHOP, name, start, end, ok, ok ? "" : "broken");
        writer.group(CACHE_HIT, end, end, 0, random.nextBoolean());
        writer.group(PRICE, end, end, 50 + random.nextInt(100), true);
      }
      writer.group(SATURATED, 20_000, 20_000, random.nextInt(100), true);
      writer.user(0, false, 21_000);
    }
  }
}
