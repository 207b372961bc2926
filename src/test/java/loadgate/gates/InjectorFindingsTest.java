package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.stats.StatisticsCollector;
import org.junit.jupiter.api.Test;

class InjectorFindingsTest {

  private static final int END_MILLIS = 20_000;

  private final StatisticsCollector log = new StatisticsCollector();

  InjectorFindingsTest() {
    log.header(new RunHeader("3.15.1", "Shop", Instant.EPOCH, "", List.of(), List.of()));
    record("CPU (%)", 30);
    record("CPU (%)", 40);
    record("CPU of others (%)", 61);
    record("Stall (ms)", 12);
  }

  @Test
  void shouldSayWhatWasSeenAndWhatToDoWhenTheLoadGeneratorWasTooBusy() {
    record("Saturated (%)", 70);
    record(new Saturation(10, 7, 2, 0, 6));

    GateResult result = judged("saturated", Unit.PERCENT, 20);

    assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(result.remark())
        .contains(
            "too busy in 7 of 10 s: timers late in 6, CPU full in 2, GC pauses long in 0; CPU of"
                + " this process 35 % on average, of all others 61 %, stood still for 12 ms at"
                + " most; end what else runs on this machine, send fewer users or use more"
                + " injectors; the limit is loadgate.gates.injector.saturated");
  }

  @Test
  void shouldSayThatTooFewSecondsAreNotJudged() {
    record("Saturated (%)", 0);
    record(new Saturation(4, 4, 4, 0, 4));

    GateResult result = judged("saturated", Unit.PERCENT, 20);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.remark())
        .contains(
            "not judged: 4 s of load after the first 3 s, in which a JVM warms up; it takes 5 s");
  }

  @Test
  void shouldSayNothingWhenTheLoadGeneratorKeptUp() {
    record("Saturated (%)", 20);
    record(new Saturation(10, 2, 2, 0, 0));

    assertThat(judged("saturated", Unit.PERCENT, 20).remark()).isEmpty();
  }

  @Test
  void shouldSayHowLongTheLoadGeneratorStoodStill() {
    record("Stall (ms)", 4_010);
    record("Stalled (%)", 21);
    record(new Saturation(10, 0, 0, 0, 0));

    assertThat(judged("stalled", Unit.PERCENT, 5).remark().orElseThrow())
        .startsWith("CPU of this process 35 % on average, of all others 61 %, stood still for 4010")
        .endsWith("the limit is loadgate.gates.injector.stalled");
  }

  @Test
  void shouldNotMissTheSecondsInALogThatHasNone() {
    record("Saturated (%)", 70);

    assertThat(judged("saturated", Unit.PERCENT, 20).remark().orElseThrow())
        .startsWith("CPU of this process 35 %");
  }

  private void record(Saturation saturation) {
    for (Map.Entry<String, Integer> seconds : saturation.seconds().entrySet()) {
      record(seconds.getKey(), seconds.getValue());
    }
  }

  private void record(String title, int value) {
    log.group(GroupPath.of("Injector", title), END_MILLIS, END_MILLIS, value, true);
  }

  private GateResult judged(String metric, Unit unit, double limit) {
    Measure measure = Measure.ofValues(metric, "max", unit);
    GateLimits settings =
        new GateLimits(
            Optional.of("injector"),
            Optional.empty(),
            measure,
            Optional.of(new Limit(Direction.BELOW, true, limit)),
            Optional.empty(),
            1,
            "here");
    List<String> path = MeasuredResources.INJECTOR.pathOf(settings).orElseThrow();
    return GateResult.of(new Gate(settings, path), log.statistics());
  }
}
