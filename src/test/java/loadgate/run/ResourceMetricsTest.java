package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.monitor.HostUse;
import loadgate.monitor.InjectorUse;
import loadgate.monitor.ProcessUse;
import loadgate.monitor.ResourceSample;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;
import loadgate.settings.MonitorSettings;
import org.junit.jupiter.api.Test;

/** Of a run of 10 s. */
class ResourceMetricsTest {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final int END_MILLIS = 10_000;

  private static final MonitorSettings SETTINGS =
      new MonitorSettings(
          true,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          0.2,
          new MonitorSettings.Busy(90, Duration.ofMillis(250), Duration.ofMillis(2)));

  private static final HostUse HOST = new HostUse(1, 60.5, 2, 3, 4, 5, 6, 7);
  private static final InjectorUse IDLE = new InjectorUse(10, 100, 0, 0.1, 0);

  /** A record of a group. */
  private record Written(int atMillis, int value, boolean ok) {

    static Written value(int atMillis, int value) {
      return new Written(atMillis, value, true);
    }
  }

  @Test
  void shouldWriteCpuOfTheTargetRoundedUpWhereItWasRead() throws IOException {
    assertThat(
            written(
                "Target / CPU (%)",
                target(1_001, use(20.01, 100)),
                target(2_002, use(30, 100)),
                target(3_003, use(0, 100))))
        .containsExactly(
            Written.value(1_001, 21), Written.value(2_002, 30), Written.value(3_003, 0));
  }

  @Test
  void shouldWriteMemoryOfTheTargetRoundedUpWhereItWasRead() throws IOException {
    assertThat(
            written(
                "Target / Memory (MB)", target(1_000, use(0, 512.001)), target(2_000, use(0, 513))))
        .containsExactly(Written.value(1_000, 513), Written.value(2_000, 513));
  }

  @Test
  void shouldWriteWhatTheLoadGeneratorUsedRoundedUp() throws IOException {
    ResourceSample sample = injector(1_000, new InjectorUse(33.3, 100, 17, 1.2, 0));

    assertThat(written("Injector / CPU (%)", sample)).containsExactly(Written.value(1_000, 34));
    assertThat(written("Injector / GC pauses (ms)", sample))
        .containsExactly(Written.value(1_000, 17));
    assertThat(written("Injector / Timer lag (ms)", sample))
        .containsExactly(Written.value(1_000, 2));
  }

  @Test
  void shouldWriteWhatWasReadAfterTheEndAtTheEnd() throws IOException {
    assertThat(written("Target / CPU (%)", target(10_700, use(20, 100))))
        .containsExactly(Written.value(END_MILLIS, 20));
  }

  @Test
  void shouldLeaveOutWhatWasReadBeforeTheStart() throws IOException {
    ResourceSample[] samples = {
      target(-1, use(99, 100)), target(0, use(20, 100)), target(1_000, use(30, 100))
    };

    assertThat(written("Target / CPU (%)", samples))
        .containsExactly(Written.value(0, 20), Written.value(1_000, 30));
    assertThat(written("Injector / CPU (%)", samples)).hasSize(2);
  }

  @Test
  void shouldWriteInWhichShareOfTheSecondsTheTargetWasRead() throws IOException {
    ResourceSample[] samples =
        IntStream.rangeClosed(1, 8)
            .mapToObj(second -> target(1_000 * second, use(20, 100)))
            .toArray(ResourceSample[]::new);

    for (String title : List.of("Target / CPU (%) present", "Target / Memory (MB) present")) {
      List<Written> looks = written(title, samples);
      assertThat(looks).hasSize(10).allMatch(look -> look.atMillis() == END_MILLIS);
      assertThat(looks).filteredOn(Written::ok).hasSize(8);
    }
  }

  @Test
  void shouldCountOnlyReadingsOfTheTargetAsPresent() throws IOException {
    List<Written> looks =
        written(
            "Target / CPU (%) present",
            target(1_000, use(20, 100)), injector(2_000, IDLE), injector(3_000, IDLE));

    assertThat(looks).hasSize(10);
    assertThat(looks).filteredOn(Written::ok).hasSize(1);
  }

  @Test
  void shouldBePresentAtMostOncePerSecond() throws IOException {
    ResourceSample[] samples =
        IntStream.rangeClosed(0, 11)
            .mapToObj(reading -> target(900 * reading, use(20, 100)))
            .toArray(ResourceSample[]::new);

    assertThat(written("Target / CPU (%) present", samples)).hasSize(10).allMatch(Written::ok);
  }

  @Test
  void shouldWriteTheGrowthOfMemoryFromTheFirstReadingToTheLast() throws IOException {
    assertThat(
            written(
                "Target / Memory growth (MB)",
                target(1_000, use(0, 100)),
                target(2_000, use(0, 900)),
                target(3_000, use(0, 140.5))))
        .containsExactly(Written.value(END_MILLIS, 41));
  }

  @Test
  void shouldTakeMemoryThatWasGivenBackForNoGrowth() throws IOException {
    assertThat(
            written(
                "Target / Memory growth (MB)",
                target(1_000, use(0, 900)),
                target(2_000, use(0, 100))))
        .containsExactly(Written.value(END_MILLIS, 0));
  }

  @Test
  void shouldWriteTheSlopeOfMemoryPerHour() throws IOException {
    // 0.5 MB per second.
    assertThat(
            written(
                "Target / Memory slope (MB/h)",
                target(2_000, use(0, 100)),
                target(4_000, use(0, 101)),
                target(6_000, use(0, 102)),
                target(10_000, use(0, 104))))
        .containsExactly(Written.value(END_MILLIS, 1_800));
  }

  @Test
  void shouldLeaveTheWarmUpOutOfTheSlope() throws IOException {
    // With the first, which is in the first fifth of the 10 s, memory would grow.
    assertThat(
            written(
                "Target / Memory slope (MB/h)",
                target(1_999, use(0, 0)),
                target(4_000, use(0, 100)),
                target(7_000, use(0, 50)),
                target(10_000, use(0, 100))))
        .containsExactly(Written.value(END_MILLIS, 0));
  }

  @Test
  void shouldHaveASlopeOfAllThatWasReadAfterTheWarmUp() throws IOException {
    // As above, but the first is not in the first fifth.
    assertThat(
            written(
                "Target / Memory slope (MB/h)",
                target(2_000, use(0, 0)),
                target(4_000, use(0, 100)),
                target(7_000, use(0, 50)),
                target(10_000, use(0, 100))))
        // Medians of -50/3, 0, 50/5, 100/8, 50/3 and 100/2 MB per second are 10 and 12.5.
        .containsExactly(Written.value(END_MILLIS, 40_500));
  }

  @Test
  void shouldTakeMemoryThatIsGivenBackForNoSlope() throws IOException {
    assertThat(
            written(
                "Target / Memory slope (MB/h)",
                target(2_000, use(0, 104)),
                target(6_000, use(0, 102)),
                target(10_000, use(0, 100))))
        .containsExactly(Written.value(END_MILLIS, 0));
  }

  @Test
  void shouldCountTheSecondsInWhichTheCpuWasTooBusy() throws IOException {
    assertThat(saturated(new InjectorUse(90.1, 100, 0, 0, 0))).isEqualTo(20);
    assertThat(saturated(new InjectorUse(90, 100, 0, 0, 0))).isZero();
  }

  @Test
  void shouldCountTheSecondsInWhichGarbageCollectionsTookTooLong() throws IOException {
    assertThat(saturated(new InjectorUse(0, 100, 251, 0, 0))).isEqualTo(20);
    assertThat(saturated(new InjectorUse(0, 100, 250, 0, 0))).isZero();
  }

  @Test
  void shouldCountTheSecondsInWhichTimersWereTooLate() throws IOException {
    assertThat(saturated(new InjectorUse(0, 100, 0, 2.1, 0))).isEqualTo(20);
    assertThat(saturated(new InjectorUse(0, 100, 0, 2, 0))).isZero();
  }

  @Test
  void shouldCountASecondOnceHoweverManyLimitsItPasses() throws IOException {
    assertThat(saturated(new InjectorUse(100, 100, 900, 50, 0))).isEqualTo(20);
  }

  @Test
  void shouldNotCallTheLoadGeneratorBusyForItsHeap() throws IOException {
    assertThat(saturated(new InjectorUse(0, 100_000, 0, 0, 0))).isZero();
  }

  @Test
  void shouldRoundTheShareOfBusySecondsUp() throws IOException {
    assertThat(
            written(
                "Injector / Saturated (%)",
                injector(3_000, new InjectorUse(99, 100, 0, 0, 0)),
                injector(4_000, IDLE),
                injector(5_000, IDLE),
                injector(6_000, IDLE),
                injector(7_000, IDLE),
                injector(8_000, IDLE)))
        .containsExactly(Written.value(END_MILLIS, 17));
  }

  @Test
  void shouldWriteNothingOfATargetThatWasNeverRead() throws IOException {
    assertThat(titles(injector(1_000, IDLE), injector(2_000, IDLE)))
        .containsExactly(
            "Injector / CPU (%)",
            "Injector / GC pauses (ms)",
            "Injector / Timer lag (ms)",
            "Injector / Stall (ms)",
            "Injector / CPU of others (%)",
            "Injector / Saturated (%)",
            "Injector / Judged (s)",
            "Injector / Busy (s)",
            "Injector / Busy: CPU (s)",
            "Injector / Busy: GC pauses (s)",
            "Injector / Busy: timers (s)",
            "Injector / Stalled (%)");
  }

  @Test
  void shouldWriteNothingOfATargetThatWasReadBeforeTheStartAlone() throws IOException {
    assertThat(titles(target(-500, use(20, 100)), injector(500, IDLE)))
        .isNotEmpty()
        .noneMatch(title -> title.startsWith("Target"));
  }

  @Test
  void shouldWriteNothingWhenNothingWasRead() throws IOException {
    assertThat(titles()).isEmpty();
  }

  @Test
  void shouldWriteNothingWhenAllWasReadBeforeTheStart() throws IOException {
    assertThat(titles(target(-2_000, use(20, 100)), target(-1, use(20, 100)))).isEmpty();
  }

  @Test
  void shouldNotJudgeTheFirstSecondsOfTheLoad() throws IOException {
    InjectorUse busy = new InjectorUse(100, 100, 0, 0, 0);
    ResourceSample[] samples = {
      injector(1_000, busy),
      injector(2_000, busy),
      injector(2_999, busy),
      injector(4_000, IDLE),
      injector(5_000, IDLE),
      injector(6_000, IDLE),
      injector(7_000, IDLE),
      injector(8_000, IDLE)
    };

    assertThat(written("Injector / Saturated (%)", samples))
        .containsExactly(Written.value(END_MILLIS, 0));
    assertThat(written("Injector / Judged (s)", samples))
        .containsExactly(Written.value(END_MILLIS, 5));
  }

  @Test
  void shouldNotJudgeFewerThanFiveSeconds() throws IOException {
    InjectorUse busy = new InjectorUse(100, 100, 0, 0, 0);
    ResourceSample[] samples = {
      injector(3_000, busy), injector(4_000, busy), injector(5_000, busy), injector(6_000, busy)
    };

    assertThat(written("Injector / Saturated (%)", samples))
        .containsExactly(Written.value(END_MILLIS, 0));
    assertThat(written("Injector / Judged (s)", samples))
        .containsExactly(Written.value(END_MILLIS, 4));
  }

  @Test
  void shouldTellWhyTheLoadGeneratorWasBusyInWhichSeconds() throws IOException {
    ResourceSample[] samples = {
      injector(3_000, new InjectorUse(100, 100, 900, 50, 0)),
      injector(4_000, new InjectorUse(100, 100, 0, 50, 0)),
      injector(5_000, new InjectorUse(10, 100, 0, 50, 0)),
      injector(6_000, IDLE),
      injector(7_000, IDLE)
    };

    assertThat(written("Injector / Busy (s)", samples))
        .containsExactly(Written.value(END_MILLIS, 3));
    assertThat(written("Injector / Busy: CPU (s)", samples))
        .containsExactly(Written.value(END_MILLIS, 2));
    assertThat(written("Injector / Busy: GC pauses (s)", samples))
        .containsExactly(Written.value(END_MILLIS, 1));
    assertThat(written("Injector / Busy: timers (s)", samples))
        .containsExactly(Written.value(END_MILLIS, 3));
  }

  @Test
  void shouldWriteTheShareOfTheRunInWhichTheLoadGeneratorStoodStill() throws IOException {
    // 999 ms are no second; 1,500 and 1,000 ms are 25 % of 10 s.
    assertThat(stalled(999, 1_500, 0, 1_000)).isEqualTo(25);
    assertThat(stalled(999, 999, 999, 999)).isZero();
    assertThat(stalled(0, 20_000)).isEqualTo(100);
  }

  @Test
  void shouldWriteEachStallWhereItWasRead() throws IOException {
    assertThat(
            written(
                "Injector / Stall (ms)",
                injector(1_000, new InjectorUse(10, 100, 0, 0.1, 3.2)),
                injector(6_000, new InjectorUse(10, 100, 0, 4, 4_000))))
        .containsExactly(Written.value(1_000, 4), Written.value(6_000, 4_000));
  }

  @Test
  void shouldWriteTheCpuOfAllOtherProcesses() throws IOException {
    assertThat(written("Injector / CPU of others (%)", injector(1_000, IDLE)))
        .containsExactly(Written.value(1_000, 61));
  }

  private static int stalled(double... stallMillis) throws IOException {
    ResourceSample[] samples =
        DoubleStream.of(stallMillis)
            .mapToObj(millis -> injector(1_000, new InjectorUse(10, 100, 0, 0.1, millis)))
            .toArray(ResourceSample[]::new);
    return written("Injector / Stalled (%)", samples).get(0).value();
  }

  /** The value of the share of busy seconds, of five of which one is the given one. */
  private static int saturated(InjectorUse use) throws IOException {
    List<ResourceSample> samples = new ArrayList<>(Collections.nCopies(4, injector(4_000, IDLE)));
    samples.add(injector(5_000, use));
    List<Written> written =
        written("Injector / Saturated (%)", samples.toArray(ResourceSample[]::new));
    assertThat(written).hasSize(1);
    return written.get(0).value();
  }

  private static List<Written> written(String title, ResourceSample... samples) throws IOException {
    List<Written> written = new ArrayList<>();
    write(
        (path, atMillis, value, ok) -> {
          if (path.toString().equals(title)) {
            written.add(new Written(atMillis, value, ok));
          }
        },
        samples);
    return written;
  }

  private static List<String> titles(ResourceSample... samples) throws IOException {
    List<String> titles = new ArrayList<>();
    write((path, atMillis, value, ok) -> titles.add(path.toString()), samples);
    return titles.stream().distinct().toList();
  }

  private interface Taker {
    void take(GroupPath path, int atMillis, int value, boolean ok);
  }

  private static void write(Taker taker, ResourceSample... samples) throws IOException {
    RunLogListener log =
        new RunLogListener() {
          @Override
          public void group(
              GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
            assertThat(startMillis).isEqualTo(endMillis);
            taker.take(path, endMillis, cumulatedMillis, ok);
          }
        };
    new ResourceMetrics(SETTINGS, Stream.of(samples).toList()).writeTo(log, START, END_MILLIS);
  }

  private static ProcessUse use(double cpuPercent, double memoryMb) {
    return new ProcessUse(
        cpuPercent,
        memoryMb,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static ResourceSample target(long atMillis, ProcessUse use) {
    return new ResourceSample(
        START.plusMillis(atMillis), Optional.of(use), Optional.of(HOST), IDLE);
  }

  private static ResourceSample injector(long atMillis, InjectorUse use) {
    return new ResourceSample(START.plusMillis(atMillis), Optional.empty(), Optional.of(HOST), use);
  }
}
