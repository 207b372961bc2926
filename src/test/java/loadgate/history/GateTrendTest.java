package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.Unit;
import org.junit.jupiter.api.Test;

class GateTrendTest {

  private static final SampleRun RUN = SampleRun.health();
  private static final String TARGET = "http://localhost:8000";

  private final List<HistoryEntry> runs = new ArrayList<>();

  @Test
  void shouldNameTheFirstRunAtTheNewLevel() {
    add(TARGET, 50, 51, 49, 50, 60, 61, 59, 60);
    LevelChange change = change();
    assertThat(change.last()).isEqualTo(runs.get(3));
    assertThat(change.first()).isEqualTo(runs.get(4));
    assertThat(change.before()).isEqualTo("50 ms");
    assertThat(change.after()).isEqualTo("60 ms");
    assertThat(change.change()).isEqualTo("+20.0 % worse");
    // scipy.stats.ttest_ind([50, 51, 49, 50], [60, 61, 59, 60]): 2.37e-06
    assertThat(change.pValue()).isEqualTo("2e-06");
    assertThat(change.alsoChanged()).isEmpty();
  }

  @Test
  void shouldCallLowerTimesBetter() {
    add(TARGET, 60, 61, 59, 60, 50, 51, 49, 50);
    assertThat(change().change()).isEqualTo("-16.7 % better");
  }

  @Test
  void shouldCallALowerHitRateWorse() {
    for (double percent : new double[] {90, 91, 89, 90, 70, 71, 69, 70}) {
      add(TARGET, hitRate(percent));
    }
    assertThat(change().change()).isEqualTo("-22.2 % worse");
  }

  @Test
  void shouldGiveNoPercentOfALevelOfZero() {
    add(TARGET, 0, 0, 0, 0, 5, 5, 5, 5);
    assertThat(change().change()).isEqualTo("from 0 worse");
    assertThat(change().pValue()).isEqualTo("< 1e-15");
  }

  @Test
  void shouldMarkTheRunInTheChart() {
    add(TARGET, 50, 51, 49, 50, 60, 61, 59, 60);
    assertThat(trend().json().get("marks")).hasToString("[{\"at\":4,\"text\":\"+20.0 %\"}]");
  }

  @Test
  void shouldNotTakeAnotherTargetForAChange() {
    add(TARGET, 50, 51, 49, 50);
    add("https://staging.example.com", 60, 61, 59, 60);
    assertThat(trend().changes()).isEmpty();
  }

  @Test
  void shouldFindTheChangeOfATargetBetweenRunsAgainstAnother() {
    for (double millis : new double[] {50, 51, 49, 50, 60, 61, 59, 60}) {
      add("https://staging.example.com", 20);
      add(TARGET, millis);
    }
    assertThat(change().first()).isEqualTo(runs.get(9));
    assertThat(change().last()).isEqualTo(runs.get(7));
  }

  @Test
  void shouldSkipRunsWithoutTheFigure() {
    add(TARGET, 50, 51, 49, 50);
    runs.add(at(runs.size()).with());
    add(TARGET, 60, 61, 59, 60);
    assertThat(change().last()).isEqualTo(runs.get(3));
    assertThat(change().first()).isEqualTo(runs.get(5));
  }

  @Test
  void shouldSkipRunsThatAreInvalidOrIncomplete() {
    add(TARGET, 50, 51, 49, 50);
    for (int i = 0; i < 4; i++) {
      runs.add(judged(Verdict.INVALID).with(SampleRun.p95(90)));
      runs.add(judged(Verdict.INCOMPLETE).with(SampleRun.p95(90)));
    }
    assertThat(trend().changes()).isEmpty();
  }

  @Test
  void shouldSayThatSettingsOrMachineChangedAtThatRun() {
    add(TARGET, 50, 51, 49, 50);
    Machine larger = new Machine(8, 25_276_514_304L, "Linux 6.1.0 amd64", "17.0.15");
    for (double millis : new double[] {60, 61, 59, 60}) {
      HistoryEntry run = at(runs.size()).with(SampleRun.p95(millis));
      runs.add(changed(run, TARGET, "another", larger));
    }
    assertThat(change().alsoChanged()).isEqualTo("settings, machine");
  }

  private LevelChange change() {
    List<LevelChange> changes =
        trend().changes().stream().filter(one -> one.first().target().equals(TARGET)).toList();
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  private GateTrend trend() {
    return new ComparableRuns("", "", runs).trends().get(0);
  }

  private void add(String target, double... millis) {
    for (double value : millis) {
      add(target, SampleRun.p95(value));
    }
  }

  private void add(String target, GateFigures gate) {
    HistoryEntry run = at(runs.size()).with(gate);
    runs.add(changed(run, target, run.settings(), run.machine()));
  }

  private static SampleRun at(int day) {
    return RUN.startedAt(RUN.time().plus(Duration.ofDays(day)));
  }

  private SampleRun judged(Verdict verdict) {
    return new SampleRun(RUN.simulation(), RUN.profile(), at(runs.size()).time(), verdict);
  }

  private static HistoryEntry changed(
      HistoryEntry run, String target, String settings, Machine machine) {
    return new HistoryEntry(
        run.version(),
        run.time(),
        run.simulation(),
        run.profile(),
        target,
        settings,
        run.commit(),
        machine,
        run.verdict(),
        run.gates(),
        run.requests(),
        run.userTypes(),
        run.folder(),
        OptionalInt.empty());
  }

  private static GateFigures hitRate(double percent) {
    return new GateFigures(
        "health cache-hit-rate",
        List.of("Health", "Cache hit"),
        "cache-hit-rate",
        Unit.PERCENT,
        Direction.ABOVE,
        OptionalDouble.of(85),
        OptionalDouble.empty(),
        OptionalDouble.of(percent),
        480,
        Verdict.PASS);
  }
}
