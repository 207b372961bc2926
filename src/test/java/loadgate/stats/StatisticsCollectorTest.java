package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogException;
import loadgate.runlog.RunLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsCollectorTest {

  private static final RunHeader HEADER =
      new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of("health", "auth"), List.of());
  private static final GroupPath HEALTH = GroupPath.of("Health");
  private static final GroupPath CACHE_HIT = GroupPath.of("Recommendation", "Cache hit");

  private final StatisticsCollector collector = new StatisticsCollector();

  StatisticsCollectorTest() {
    collector.header(HEADER);
  }

  @Test
  void globalFiguresAreOverRequestsOnly() {
    collector.request(HEALTH, "Ping", 0, 10, true, "");
    collector.group(HEALTH, 0, 500, 10, true);
    collector.group(CACHE_HIT, 0, 0, 0, false);

    Summary global = collector.statistics().global();

    assertThat(global.count()).isEqualTo(1);
    assertThat(global.ko().count()).isZero();
    assertThat(global.all().max()).isEqualTo(10);
  }

  @Test
  void theResponseTimeOfAGroupIsItsCumulatedOne() {
    collector.group(HEALTH, 0, 500, 10, true);

    assertThat(summary("Health").all().max()).isEqualTo(10);
  }

  @Test
  void aRateIsTheOkShareOfItsMetric() {
    collector.group(CACHE_HIT, 0, 0, 0, true);
    collector.group(CACHE_HIT, 0, 0, 0, true);
    collector.group(CACHE_HIT, 0, 0, 0, true);
    collector.group(CACHE_HIT, 0, 0, 0, false);

    assertThat(summary("Recommendation", "Cache hit").okPercent()).isEqualTo(75.0);
  }

  @Test
  void aMetricsUserTypeHasNoFiguresUnlessItWasRecordedItself() {
    collector.group(CACHE_HIT, 0, 0, 0, true);

    assertThat(collector.statistics().find(List.of("Recommendation"))).isEmpty();
  }

  @Test
  void aRequestIsFoundUnderTheGroupsItWasMadeIn() {
    collector.request(HEALTH, "Ping", 0, 10, true, "");
    collector.request(GroupPath.NONE, "Ping", 0, 20, true, "");

    assertThat(summary("Health", "Ping").all().max()).isEqualTo(10);
    assertThat(summary("Ping").all().max()).isEqualTo(20);
    assertThat(collector.statistics().find(List.of("Health", "Pong"))).isEmpty();
  }

  @Test
  void aGroupWinsOverARequestOfTheSamePathUnlessAskedFor() {
    collector.request(GroupPath.NONE, "Health", 0, 10, true, "");
    collector.group(HEALTH, 0, 20, 20, true);
    RunStatistics run = collector.statistics();

    assertThat(run.find(List.of("Health")).orElseThrow().kind()).isEqualTo(PathKind.GROUP);
    assertThat(run.find(PathKind.REQUEST, List.of("Health")).orElseThrow().summary().all().max())
        .isEqualTo(10);
  }

  @Test
  void pathsComeGroupFirstAndThenInOrderOfAppearance() {
    collector.request(HEALTH, "Ping", 0, 10, true, "");
    collector.request(HEALTH, "Info", 10, 20, true, "");
    collector.group(GroupPath.of("Auth"), 0, 20, 20, true);
    collector.group(HEALTH, 0, 20, 20, true);

    assertThat(collector.statistics().paths())
        .extracting(PathStatistics::path)
        .containsExactly(
            List.of("Health"),
            List.of("Health", "Ping"),
            List.of("Health", "Info"),
            List.of("Auth"));
  }

  @Test
  void errorsAreCountedByRequestAndMessageTheMostFrequentFirst() {
    collector.request(HEALTH, "Ping", 0, 10, false, "timeout");
    collector.request(HEALTH, "Ping", 0, 10, false, "timeout");
    collector.request(HEALTH, "Ping", 0, 10, true, "");
    collector.request(GroupPath.NONE, "Ping", 0, 10, false, "timeout");
    collector.error("feeder is empty", 10);

    assertThat(collector.statistics().errors())
        .containsExactly(
            new ErrorCount("Health / Ping", "timeout", 2, 50.0),
            new ErrorCount("", "feeder is empty", 1, 25.0),
            new ErrorCount("Ping", "timeout", 1, 25.0));
  }

  @Test
  void aFailureWithoutAMessageIsAnErrorAsWell() {
    collector.request(GroupPath.NONE, "Ping", 0, 10, false, " ");

    assertThat(collector.statistics().errors())
        .containsExactly(new ErrorCount("Ping", "failed without a message", 1, 100.0));
  }

  @Test
  void errorsThatAllDifferAreCountedTogetherFromTheTenThousandthOn() {
    for (int i = 0; i < 10_000; i++) {
      collector.request(GroupPath.NONE, "Ping", 0, 10, false, "no order " + i);
    }
    collector.request(GroupPath.NONE, "Ping", 0, 10, false, "no order 10000");
    collector.request(GroupPath.NONE, "Ping", 0, 10, false, "no order 10001");
    collector.request(GroupPath.NONE, "Ping", 0, 10, false, "no order 7");

    List<ErrorCount> errors = collector.statistics().errors();

    assertThat(errors).hasSize(10_001);
    assertThat(errors.subList(0, 2))
        .extracting(ErrorCount::text)
        .containsExactly("other errors", "Ping: no order 7");
    assertThat(errors).extracting(ErrorCount::count).startsWith(2L, 2L, 1L);
  }

  @Test
  void theDurationIsInBegunSecondsFromTheFirstStartToTheLastEnd() {
    collector.user(0, true, 161);
    collector.request(HEALTH, "Ping", 300, 310, true, "");
    collector.user(0, false, 12_200);

    assertThat(collector.statistics().duration()).isEqualTo(Duration.ofSeconds(13));
  }

  @Test
  void wholeSecondsAreNotRoundedUp() {
    collector.request(HEALTH, "Ping", 1000, 3000, true, "");

    assertThat(collector.statistics().duration()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aRunTooShortToMeasureLastsASecond() {
    collector.request(HEALTH, "Ping", 5, 5, true, "");

    assertThat(collector.statistics().global().all().perSecond()).isEqualTo(1.0);
  }

  @Test
  void anEmptyRunHasNoFigures() {
    RunStatistics run = collector.statistics();

    assertThat(run.global().count()).isZero();
    assertThat(run.global().all().perSecond()).isZero();
    assertThat(run.paths()).isEmpty();
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void canBeAskedWhileTheRunGoesOn() {
    collector.request(HEALTH, "Ping", 0, 10, true, "");
    RunStatistics early = collector.statistics();
    collector.request(HEALTH, "Ping", 10, 30, true, "");

    assertThat(early.global().count()).isEqualTo(1);
    assertThat(collector.statistics().global().count()).isEqualTo(2);
  }

  @Test
  void refusesToAnswerBeforeAnyLog() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new StatisticsCollector().statistics())
        .withMessage("no log has been read");
  }

  @Test
  void refusesASecondLog() {
    assertThatIllegalStateException()
        .isThrownBy(() -> collector.header(HEADER))
        .withMessage("one collector is for one log");
  }

  @Test
  void saysWhereTheLogBrokeOff(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("simulation.log");
    long whole;
    try (RunLogWriter writer = RunLogWriter.create(file)) {
      writer.header(HEADER);
      writer.error("first", 1);
      writer.flush();
      whole = Files.size(file);
      writer.error("second", 2);
    }
    byte[] log = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(log, log.length - 1));

    RunStatistics run = RunStatistics.of(file);

    assertThat(run.truncatedAt()).isEqualTo(OptionalLong.of(whole));
    assertThat(run.errors()).containsExactly(new ErrorCount("", "first", 1, 100.0));
  }

  @Test
  void aDamagedLogGivesNothingButItsOwnException(@TempDir Path folder) throws IOException {
    byte[] log =
        Files.readAllBytes(Path.of("src/test/resources/runlogs/gatling-3.15.1/simulation.log"));
    Path file = folder.resolve("simulation.log");
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] flipped = log.clone();
      flipped[random.nextInt(log.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, flipped);
      StatisticsCollector damaged = new StatisticsCollector();
      try {
        new RunLog(file).read(damaged);
        assertThat(damaged.statistics().timeline().steps()).hasSizeLessThanOrEqualTo(1000);
      } catch (RunLogException e) {
        assertThat(e.offset()).isBetween(0L, (long) log.length);
      }
    }
  }

  private Summary summary(String... path) {
    return collector.statistics().find(List.of(path)).orElseThrow().summary();
  }
}
