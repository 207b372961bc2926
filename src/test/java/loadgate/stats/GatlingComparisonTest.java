package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Gatling computed from a log, against what is computed here. */
class GatlingComparisonTest {

  private static final Path LOGS = Path.of("src/test/resources/runlogs");
  private static final Path FOLDER = LOGS.resolve("gatling-3.13.4");

  /** A path of Gatling's JSON beside its figures; the empty path is the whole run. */
  record Gatling(List<String> path, JsonNode stats) {
    @Override
    public String toString() {
      return path.isEmpty() ? "all requests" : String.join(" / ", path);
    }
  }

  static Stream<Gatling> gatlingsOwn() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode global = json.readTree(FOLDER.resolve("global_stats.json").toFile());
    return Stream.concat(
        Stream.of(new Gatling(List.of(), global)),
        nodes(List.of(), json.readTree(FOLDER.resolve("stats.json").toFile())));
  }

  private static Stream<Gatling> nodes(List<String> path, JsonNode node) {
    return Stream.concat(
        Stream.of(new Gatling(path, node.get("stats"))),
        Stream.of(node.path("contents"))
            .flatMap(contents -> contents.properties().stream())
            .map(e -> e.getValue())
            .flatMap(child -> nodes(append(path, unescaped(child.get("name").asText())), child)));
  }

  private static String unescaped(String htmlInJson) {
    return htmlInJson.replace("&quot;", "\"");
  }

  private static List<String> append(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("gatlingsOwn")
  void countsExtremesMeanDeviationAndRateAreGatlings(Gatling gatling) throws IOException {
    Summary summary = summary(gatling.path());

    compare(gatling.stats(), "total", summary.all());
    compare(gatling.stats(), "ok", summary.ok());
    compare(gatling.stats(), "ko", summary.ko());
  }

  private static void compare(JsonNode json, String status, Statistics ours) {
    assertThat(ours.count()).isEqualTo(json.at("/numberOfRequests/" + status).asLong());
    assertThat(ours.min()).isEqualTo(json.at("/minResponseTime/" + status).asLong());
    assertThat(ours.max()).isEqualTo(json.at("/maxResponseTime/" + status).asLong());
    assertThat(Math.round(ours.mean())).isEqualTo(json.at("/meanResponseTime/" + status).asLong());
    assertThat(Math.round(ours.standardDeviation()))
        .isEqualTo(json.at("/standardDeviation/" + status).asLong());
    assertThat(ours.perSecond())
        .isCloseTo(json.at("/meanNumberOfRequestsPerSecond/" + status).asDouble(), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("gatlingsOwn")
  void rangesAreGatlings(Gatling gatling) throws IOException {
    ResponseTimeRanges ranges = summary(gatling.path()).ranges(800, 1200);

    compare(gatling.stats().get("group1"), ranges.below(), ranges.belowPercent());
    compare(gatling.stats().get("group2"), ranges.between(), ranges.betweenPercent());
    compare(gatling.stats().get("group3"), ranges.above(), ranges.abovePercent());
    compare(gatling.stats().get("group4"), ranges.failed(), ranges.failedPercent());
  }

  private static void compare(JsonNode range, long count, double percent) {
    assertThat(count).isEqualTo(range.get("count").asLong());
    assertThat(percent).isEqualTo(range.get("percentage").asDouble());
  }

  @Test
  void globalPercentilesAreWithinAMillisecondOfGatlingsSketch() throws IOException {
    Statistics all = summary(List.of()).all();

    assertThat(all.percentile(50)).isCloseTo(54, within(1L));
    assertThat(all.percentile(75)).isCloseTo(65, within(1L));
    assertThat(all.percentile(95)).isCloseTo(90, within(1L));
    assertThat(all.percentile(99)).isCloseTo(110, within(1L));
  }

  /**
   * Among few samples the neighbours of a percentile are far apart, and the sketch interpolates
   * between them.
   */
  @ParameterizedTest
  @MethodSource("gatlingsOwn")
  void gatlingsSketchIsBetweenTheNeighboursOfThePercentile(Gatling gatling) throws IOException {
    RawValues raw = RawValues.of(FOLDER.resolve("simulation.log"));
    List<Long> sorted = raw.sorted(gatling.path());

    for (String percentile : List.of("1:50", "2:75", "3:95", "4:99")) {
      String[] nameAndPercent = percentile.split(":");
      int index = (int) Math.ceil(Integer.parseInt(nameAndPercent[1]) * sorted.size() / 100.0) - 1;
      assertThat(gatling.stats().at("/percentiles" + nameAndPercent[0] + "/total").asLong())
          .isBetween(
              sorted.get(index - 1) - 1, sorted.get(Math.min(index + 1, sorted.size() - 1)) + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("gatlingsOwn")
  void percentilesAreThoseOfASortOfTheRawValues(Gatling gatling) throws IOException {
    List<Long> sorted = RawValues.of(FOLDER.resolve("simulation.log")).sorted(gatling.path());
    Statistics all = summary(gatling.path()).all();

    for (int percent = 1; percent <= 100; percent++) {
      int rank = (percent * sorted.size() + 99) / 100;
      assertThat(all.percentile(percent)).isEqualTo(sorted.get(rank - 1));
    }
  }

  /** The console of 3.15.1, which writes no JSON any more. */
  @Test
  void figuresAreThoseOfTheConsole() throws IOException {
    RunStatistics run = RunStatistics.of(LOGS.resolve("gatling-3.15.1/simulation.log"));
    Summary global = run.global();

    assertThat(run.duration()).isEqualTo(Duration.ofSeconds(12));
    assertThat(figures(global, Statistics::count)).containsExactly(1032L, 999L, 33L);
    assertThat(figures(global, Statistics::min)).containsExactly(3L, 3L, 43L);
    assertThat(figures(global, Statistics::max)).containsExactly(179L, 159L, 179L);
    assertThat(figures(global, s -> Math.round(s.mean()))).containsExactly(58L, 58L, 72L);
    assertThat(figures(global, s -> Math.round(s.standardDeviation())))
        .containsExactly(18L, 17L, 38L);
    assertThat(global.all().perSecond()).isEqualTo(86.0);
    assertThat(global.ok().perSecond()).isEqualTo(83.25);
    assertThat(global.ko().perSecond()).isEqualTo(2.75);
    assertThat(global.all().percentile(95)).isCloseTo(93, within(1L));
    assertThat(global.ok().percentile(50)).isCloseTo(53, within(1L));
    assertThat(global.ranges(800, 1200))
        .isEqualTo(new ResponseTimeRanges(800, 1200, 999, 0, 0, 33));
    assertThat(run.errors())
        .extracting(ErrorCount::text, ErrorCount::count)
        .containsExactly(
            tuple("Browse / Home: status.find.is(200), found 500", 11L),
            tuple("Browse / Home: status.find.is(200), found 404", 6L),
            tuple("Browse / Search \"quoted\", comma: status.find.is(200), found 500", 6L),
            tuple("Browse / Search \"quoted\", comma: status.find.is(200), found 404", 5L),
            tuple("Checkout / Pay ✓ / Authorise – 検証: status.find.is(200), found 500", 2L),
            tuple("Checkout / Receipt: status.find.is(200), found 500", 2L),
            tuple("Checkout / Pay ✓ / Authorise – 検証: status.find.is(200), found 404", 1L));
  }

  /** The actual values of the assertions that 3.15.1 printed. */
  @Test
  void assertedFiguresAreThoseOfTheConsole() throws IOException {
    RunStatistics run = RunStatistics.of(LOGS.resolve("gatling-3.15.1/simulation.log"));

    assertThat(run.global().koPercent()).isEqualTo(3.1976744186046515);
    assertThat(run.find(List.of("Cache hit")).orElseThrow().summary().okPercent())
        .isEqualTo(83.88746803069054);
    assertThat(all(run, "Browse", "Home").max()).isEqualTo(163);
    assertThat(Math.round(all(run, "Browse", "Home").mean())).isEqualTo(58);
    assertThat(all(run, "Checkout", "Pay ✓").percentile(95)).isCloseTo(96, within(1L));
    assertThat(all(run, "Checkout", "Pay ✓", "Authorise – 検証").max()).isEqualTo(164);
  }

  private static Statistics all(RunStatistics run, String... path) {
    return run.find(List.of(path)).orElseThrow().summary().all();
  }

  private static List<Long> figures(Summary summary, Function<Statistics, Long> figure) {
    return Stream.of(summary.all(), summary.ok(), summary.ko()).map(figure).toList();
  }

  private static Summary summary(List<String> path) throws IOException {
    RunStatistics run = RunStatistics.of(FOLDER.resolve("simulation.log"));
    return path.isEmpty() ? run.global() : run.find(path).orElseThrow().summary();
  }
}
