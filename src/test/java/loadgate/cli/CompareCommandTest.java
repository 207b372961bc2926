package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import loadgate.runlog.RunLog;
import loadgate.stats.SyntheticRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  private static final SyntheticRun UNCHANGED = new SyntheticRun(60, 10);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path results;

  @Test
  void shouldShowThatARunIsSlower() throws IOException {
    JsonNode json = json(run(UNCHANGED, 1), run(new SyntheticRun(60, 10, 2, 0), 2));

    assertThat(json.at("/method").asText()).isEqualTo("block bootstrap");
    JsonNode p50 = figure(json, "p50");
    assertThat(p50.at("/verdict").asText()).isEqualTo("slower");
    // Twice the median of 40 ms, but for how this run wandered.
    assertThat(p50.at("/differencePercent").asDouble()).isBetween(70.0, 130.0);
    assertThat(p50.at("/interval/low").asDouble()).isPositive();
    assertThat(figure(json, "failure-rate").at("/verdict").asText())
        .isEqualTo("no difference shown");
  }

  @Test
  void shouldShowNoDifferenceBetweenUnchangedRuns() throws IOException {
    JsonNode json = json(run(UNCHANGED, 1), run(UNCHANGED, 2));

    assertThat(figure(json, "p50").at("/verdict").asText()).isEqualTo("no difference shown");
    assertThat(figure(json, "p50").at("/interval/low").asDouble()).isNegative();
    assertThat(figure(json, "p50").at("/interval/high").asDouble()).isPositive();
  }

  @Test
  void shouldShowThatMoreRequestsFail() throws IOException {
    JsonNode json = json(run(UNCHANGED, 1), run(new SyntheticRun(60, 10, 1, 0.2), 2));

    assertThat(figure(json, "failure-rate").at("/verdict").asText()).isEqualTo("more failures");
  }

  /** As under open load: the last response alone makes the time a little longer or shorter. */
  @Test
  void shouldNotCallAConstantThroughputDifferent() throws IOException {
    Path base = run(new SyntheticRun(300, 10), 100);
    Path changed = run(new SyntheticRun(300, 10), 102);

    JsonNode single = figure(json(base, changed), "throughput");
    JsonNode ranked =
        figure(
            json(runs(9, new SyntheticRun(20, 10), 1), runs(9, new SyntheticRun(20, 10, 3, 0), 11)),
            "throughput");

    assertThat(single.at("/difference").asDouble()).isNotZero();
    assertThat(single.at("/verdict").asText()).isEqualTo("no difference shown");
    assertThat(ranked.at("/difference").asDouble()).isNegative();
    assertThat(ranked.at("/verdict").asText()).isEqualTo("no difference shown");
  }

  @Test
  void shouldSayTheSameEveryTime() throws IOException {
    Path base = run(UNCHANGED, 1);
    Path changed = run(UNCHANGED, 2);

    assertThat(json(base, changed)).isEqualTo(json(base, changed));
  }

  @Test
  void shouldWantMoreSamplesForHighPercentiles() throws IOException {
    JsonNode json = json(run(UNCHANGED, 1), run(UNCHANGED, 2));

    assertThat(figure(json, "p99").at("/verdict").asText()).isEqualTo("too little data");
    assertThat(figure(json, "p99").at("/remark").asText()).isEqualTo("600 samples, 1000 needed");
    assertThat(figure(json, "p99").at("/interval").isNull()).isTrue();
  }

  @Test
  void shouldWantALongerRun() throws IOException {
    JsonNode json = json(run(new SyntheticRun(20, 10), 1), run(new SyntheticRun(20, 10), 2));

    assertThat(figure(json, "mean").at("/remark").asText()).endsWith("s of load, 50 s needed");
  }

  @Test
  void shouldWarnOfAShortRunOnly() throws IOException {
    SyntheticRun longer = new SyntheticRun(125, 2);

    assertThat(json(run(UNCHANGED, 1), run(longer, 2)).at("/notes").toString())
        .contains("s of load are few");
    assertThat(json(run(longer, 3), run(longer, 4)).at("/notes")).isEmpty();
  }

  @Test
  void shouldUseStudentsTForAFewRuns() throws IOException {
    Path[] base = runs(3, new SyntheticRun(20, 10), 1);
    Path[] changed = runs(2, new SyntheticRun(20, 10, 3, 0), 11);

    JsonNode json = json(base, changed);

    assertThat(json.at("/method").asText()).isEqualTo("Student's t");
    assertThat(figure(json, "p50").at("/verdict").asText()).isEqualTo("slower");
  }

  @Test
  void shouldRankNineRunsAndMore() throws IOException {
    Path[] base = runs(9, new SyntheticRun(20, 10, 3, 0), 1);
    Path[] changed = runs(9, new SyntheticRun(20, 10), 11);

    JsonNode json = json(base, changed);

    assertThat(json.at("/method").asText()).isEqualTo("Mann–Whitney test, Hodges–Lehmann estimate");
    assertThat(figure(json, "p50").at("/verdict").asText()).isEqualTo("faster");
    // 15 figures: three paths with p50, p95, mean, failure-rate and throughput. All nine runs
    // being below all others has a probability of 2 in 48620.
    assertThat(figure(json, "p50").at("/correctedPValue").asDouble()).isLessThan(0.01);
  }

  @Test
  void shouldShowARequestThatOnlyOneSideHas() throws IOException {
    Path base = run(UNCHANGED, 1);
    Path changed = Files.createDirectories(results.resolve("renamed"));
    UNCHANGED.write(changed, "simulations.ShopSimulation", "Order", 2);

    assertThat(compare(base.toString(), changed.toString())).isZero();

    assertThat(out.toString()).containsPattern("Shop / Buy\n  p50 .* only in base\n");
    assertThat(out.toString()).containsPattern("Shop / Order\n  p50 .* only in new\n");
  }

  @Test
  void shouldLeaveOutTheWarmUpAndSaySo() throws IOException {
    compare(run(UNCHANGED, 1).toString(), run(UNCHANGED, 2).toString(), "--warm-up", "10s");

    assertThat(out.toString())
        .contains("500 requests in 50 s", "warm-up: the first 10 s of each run are left out");
  }

  @Test
  void shouldWarnOfALogThatBreaksOff() throws IOException {
    Path base = run(UNCHANGED, 1);
    Path log = base.resolve(RunLog.FILE_NAME);
    Files.write(log, Arrays.copyOf(Files.readAllBytes(log), 15_000));

    assertThat(compare(base.toString(), run(UNCHANGED, 2).toString())).isZero();

    assertThat(out.toString())
        .containsPattern("note: .*: the log breaks off at byte 149\\d\\d, as after a crash");
  }

  @Test
  void shouldRefuseRunsOfDifferentSimulations() throws IOException {
    Path base = run(UNCHANGED, 1);
    Path other = Files.createDirectories(results.resolve("other"));
    UNCHANGED.write(other, "simulations.OtherSimulation", "Buy", 2);

    assertThat(compare(base.toString(), other.toString())).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "loadgate: runs of different simulations: %s is of simulations.ShopSimulation, %s of"
                    .formatted(base, other)
                + " simulations.OtherSimulation; --force compares them all the same");

    assertThat(compare(base.toString(), other.toString(), "--force")).isZero();
    assertThat(out.toString()).contains("note: runs of different simulations: ");
  }

  @Test
  void shouldRefuseARunThatIsGivenTwice() throws IOException {
    Path base = run(UNCHANGED, 1);

    assertThat(compare(base.toString(), base + "/simulation.log")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("loadgate: " + base + "/simulation.log is given twice");
  }

  @Test
  void shouldRefuseAFolderWithoutALog() {
    assertThat(compare(results.toString(), "b")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("loadgate: no run log at " + results.resolve("simulation.log"));
  }

  @Test
  void shouldRefuseOtherThanTwoRunsOnOneSide() {
    assertThat(compare("a", "b", "c")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "loadgate: RUN given 3 times; allowed are two runs, or base runs --to new runs");
  }

  @Test
  void shouldRefuseAWarmUpWithoutAUnit() {
    assertThat(compare("a", "b", "--warm-up", "10")).isEqualTo(2);
    assertThat(err.toString()).contains("allowed is a duration such as 500ms, 10s or 1m");
  }

  @Test
  void shouldWriteMarkdownToAFile() throws IOException {
    Path file = results.resolve("comparison.md");

    compare(
        run(UNCHANGED, 1).toString(),
        run(new SyntheticRun(60, 10, 2, 0), 2).toString(),
        "--format",
        "markdown",
        "-o",
        file.toString());

    assertThat(file).content().contains("- Shop / Buy p50: slower, ", "| Shop / Buy p50 | ");
    assertThat(out.toString()).endsWith("could not be compared: " + file + "\n");
  }

  private Path run(SyntheticRun run, long seed) throws IOException {
    Path folder = Files.createDirectories(results.resolve("run-" + seed));
    run.write(folder, seed);
    return folder;
  }

  private Path[] runs(int count, SyntheticRun run, int firstSeed) throws IOException {
    Path[] folders = new Path[count];
    for (int i = 0; i < count; i++) {
      folders[i] = run(run, firstSeed + i);
    }
    return folders;
  }

  private JsonNode json(Path base, Path changed) throws IOException {
    return json(new Path[] {base}, new Path[] {changed});
  }

  private JsonNode json(Path[] base, Path[] changed) throws IOException {
    out.getBuffer().setLength(0);
    String[] arguments =
        Stream.of(
                Arrays.stream(base).map(Path::toString),
                Stream.of("--to"),
                Arrays.stream(changed).map(Path::toString),
                Stream.of("--format", "json"))
            .flatMap(part -> part)
            .toArray(String[]::new);
    assertThat(compare(arguments)).as(err.toString()).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  /** Of the only request. */
  private static JsonNode figure(JsonNode json, String measure) {
    return StreamSupport.stream(json.at("/figures").spliterator(), false)
        .filter(figure -> figure.at("/kind").asText().equals("request"))
        .filter(figure -> figure.at("/measure").asText().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private int compare(String... arguments) {
    return LoadgateCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            IntStream.rangeClosed(0, arguments.length)
                .mapToObj(i -> i == 0 ? "compare" : arguments[i - 1])
                .toArray(String[]::new));
  }
}
