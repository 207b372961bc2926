package proof;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.application.ApplicationFeature;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.report.RunResult;
import loadgate.run.InjectorRecord;
import loadgate.run.RunMerge;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulations.MixedSimulation;

/** Three injectors of one run, beside a run of one, against one healthy backend. */
class InjectorsIT {

  private static final int INJECTORS = 3;

  private static BackendServer backend;
  private static FinishedRun single;
  private static List<FinishedRun> parts;

  @BeforeAll
  static void run() throws IOException {
    backend = BackendServer.start(BackendSettings.onFreePort());
    single = mixed().finish();
    String barrier = "http://127.0.0.1:" + FreePorts.one();
    parts =
        IntStream.range(0, INJECTORS)
            .mapToObj(index -> mixed().with("injector", index + "/" + INJECTORS))
            .map(run -> run.with("barrier", barrier).inOwnProcess())
            .map(run -> CompletableFuture.supplyAsync(run::finish))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
  }

  private static SimulationRun mixed() {
    return SimulationRun.of(MixedSimulation.class)
        .with("baseUrl", backend.baseUrl())
        .load(26, 8)
        .patient();
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  @Test
  void shouldHaveTheUsersOfASingleInjectorAllTogether() {
    Map<String, Integer> all =
        parts.stream()
            .flatMap(part -> part.usersStarted().entrySet().stream())
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));

    assertThat(all).isEqualTo(single.usersStarted());
  }

  @Test
  void shouldStartWithinASecond() throws IOException {
    List<Long> starts = new ArrayList<>();
    for (FinishedRun part : parts) {
      assertThat(record(part).late()).as(part.console()).isFalse();
      starts.add(record(part).startedAt().toEpochMilli());
    }
    assertThat(Collections.max(starts) - Collections.min(starts)).isLessThan(1_000);
  }

  @Test
  void shouldEndWithZeroAndJudgeNothing() {
    for (FinishedRun part : parts) {
      assertThat(part.exitCode()).as(part.console()).isZero();
      assertThat(part.console()).doesNotContain("verdict of the run", " : true", " : false");
      assertThat(part.runFolder()).isDirectoryNotContaining("glob:**gates.json");
      assertThat(part.runFolder()).isDirectoryNotContaining("glob:**.html");
      assertThat(part.results()).isDirectoryNotContaining("glob:**history*");
    }
  }

  @Test
  void shouldMarkTheFoldersAsParts() throws IOException {
    for (int index = 0; index < INJECTORS; index++) {
      InjectorRecord record = record(parts.get(index));
      assertThat(record.injector()).isEqualTo(index);
      assertThat(record.injectors()).isEqualTo(INJECTORS);
      assertThat(record.complete()).isTrue();
      assertThat(record.clockOffsetMillis().orElseThrow()).isBetween(-1_000L, 1_000L);
    }
  }

  @Test
  void shouldCarryTheAssertionsOfTheWholeRunAndNoFigureOfIt() throws IOException {
    RunHeader whole = RunLog.inFolder(single.runFolder()).header();
    assertThat(figuresOfTheWholeRun(single)).isEqualTo(2);
    for (FinishedRun part : parts) {
      RunHeader header = RunLog.inFolder(part.runFolder()).header();
      assertThat(header.assertions()).isEqualTo(whole.assertions());
      assertThat(header.scenarios()).isEqualTo(whole.scenarios());
      assertThat(figuresOfTheWholeRun(part)).isZero();
    }
  }

  @Test
  void shouldMergeToTheVerdictOfASingleInjector(@TempDir Path results) throws IOException {
    long requests = 0;
    for (FinishedRun part : parts) {
      requests += log(part).global().count();
    }

    RunMerge merge = new RunMerge(parts.stream().map(FinishedRun::runFolder).toList());
    RunResult merged = merge.into(results.resolve("merged"));

    assertThat(merge.warnings()).isEmpty();
    assertThat(merged.verdict().orElseThrow().verdict().text())
        .isEqualTo(single.verdict())
        .isEqualTo("pass");
    assertThat(merged.statistics().global().count()).isEqualTo(requests);
  }

  private static long figuresOfTheWholeRun(FinishedRun run) throws IOException {
    RunStatistics log = log(run);
    return Stream.of(List.of("Loadgate", "Log completed"), List.of("Health", "p95 (exact)"))
        .filter(path -> log.find(path).isPresent())
        .count();
  }

  private static RunStatistics log(FinishedRun run) throws IOException {
    return RunStatistics.of(RunLog.inFolder(run.runFolder()).file());
  }

  private static InjectorRecord record(FinishedRun part) throws IOException {
    return InjectorRecord.read(part.runFolder()).orElseThrow();
  }

  /** Its users would stay for five minutes. */
  @Test
  void shouldLetItsUsersLogOutWhenItIsToldToEnd(@TempDir Path folder) throws Exception {
    Path console = folder.resolve("console.txt");
    SimulationRun run =
        mixed()
            .load(26, 300)
            .with("injector", "0/2")
            .from("sh", "-c", "exec \"$@\" > '" + console + "' 2>&1", "sh");
    Process process = run.start();
    try {
      // The preflight has one for a moment.
      while (backend.feature(ApplicationFeature.class).liveSessions() < 2) {
        assertThat(process.isAlive()).isTrue();
        Thread.sleep(100);
      }

      process.toHandle().destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      FinishedRun part =
          new FinishedRun(process.exitValue(), Files.readString(console), run.results());
      assertThat(part.console()).contains("this injector is told to end; its users leave");
      assertThat(part.exitCode()).isNotZero();
      assertThat(backend.feature(ApplicationFeature.class).liveSessions())
          .as(part.console())
          .isZero();
      assertThat(record(part).complete()).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }
}
