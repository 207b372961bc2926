package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A run whose target used 60 % CPU, and whose load generator was too busy for 30 % of the time. */
class RunVerdictTest {

  private static final int BROKEN = 20;
  private static final int HELD = 70;

  @TempDir private Path folder;

  private RunStatistics run;

  @BeforeEach
  void writeLog() throws IOException {
    Path log = folder.resolve(RunLog.FILE_NAME);
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of(), List.of()));
      writer.group(GroupPath.of("Target", "CPU (%)"), 1_000, 1_000, 60, true);
      writer.group(GroupPath.of("Injector", "Saturated (%)"), 1_000, 1_000, 30, true);
    }
    run = RunStatistics.of(log);
  }

  @Test
  void shouldBeInvalidWhenTheLoadGeneratorBreaksItsLimit() {
    RunVerdict verdict = judge(fail(injector(), BROKEN));

    assertThat(verdict.gates()).extracting(GateResult::verdict).containsExactly(Verdict.INVALID);
    assertThat(verdict.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void shouldPassWhenTheLoadGeneratorKeepsItsLimit() {
    assertThat(judge(fail(injector(), HELD)).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void shouldFailWhenTheTargetBreaksItsLimit() {
    assertThat(judge(fail(target(), BROKEN)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void shouldBeInvalidWhenBothBreakTheirLimit() {
    RunVerdict verdict = judge(fail(injector(), BROKEN), fail(target(), BROKEN));

    assertThat(verdict.gates())
        .extracting(GateResult::verdict)
        .containsExactly(Verdict.INVALID, Verdict.FAIL);
    assertThat(verdict.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void shouldWarnWhenTheLoadGeneratorBreaksAWarnLimitAlone() {
    assertThat(judge(gate(injector(), Optional.of(HELD), Optional.of(BROKEN), 1)).verdict())
        .isEqualTo(Verdict.WARN);
  }

  @Test
  void shouldBeInvalidWhenNothingIsKnownOfTheLoadGenerator() {
    Measured nothing = new Measured("injector", "Injector", "lag", "Timer lag (ms)");

    assertThat(judge(fail(nothing, HELD)).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void shouldBeInconclusiveWhenTooLittleIsKnownOfTheLoadGenerator() {
    assertThat(judge(gate(injector(), Optional.of(HELD), Optional.empty(), 2)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void shouldBeInvalidEvenWhereInconclusiveGatesPass() {
    Gates gates = new Gates(List.of(fail(injector(), BROKEN)), List.of(), List.of(), true, "");

    assertThat(RunVerdict.of(gates, run).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void shouldBeIncompleteWhateverTheLoadGeneratorDid() {
    List<GateResult> invalid = judge(fail(injector(), BROKEN)).gates();

    assertThat(new RunVerdict(invalid, List.of(), false, "", List.of(), false).verdict())
        .isEqualTo(Verdict.INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, INVALID",
    "WARN, INVALID",
    "INCONCLUSIVE, INVALID",
    "FAIL, INVALID",
    "INVALID, INVALID",
    "INCOMPLETE, INCOMPLETE"
  })
  void shouldBeTheWorseOfInvalidAndAnother(Verdict other, Verdict worse) {
    assertThat(Verdict.INVALID.worse(other)).isEqualTo(worse);
    assertThat(other.worse(Verdict.INVALID)).isEqualTo(worse);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAIL")
  void shouldKeepEveryOtherVerdictOfTheLoadGenerator(Verdict verdict) {
    assertThat(verdict.ofTheInjector()).isEqualTo(verdict);
  }

  @Test
  void shouldListTheWorstFirst() {
    RunVerdict verdict =
        judge(fail(target(), HELD), fail(target(), BROKEN), fail(injector(), BROKEN));

    assertThat(verdict.worstFirst())
        .extracting(GateResult::verdict)
        .containsExactly(Verdict.INVALID, Verdict.FAIL, Verdict.PASS);
  }

  @Test
  void shouldShowOfTheComparisonsWithEarlierRunsThoseThatAreWorse() {
    RunVerdict verdict = judge(compared(BROKEN, HELD), compared(BROKEN, BROKEN));

    assertThat(verdict.gates()).hasSize(2);
    assertThat(verdict.shown()).extracting(GateResult::verdict).containsExactly(Verdict.FAIL);
    assertThat(verdict.comparison())
        .contains("regression: 1 of 2 figures are worse, against 7 runs");
  }

  @Test
  void shouldCountAFigureThatIsBetterByMoreThanItMayBeWorse() {
    assertThat(judge(compared(75, 85)).comparison())
        .contains("regression: 0 of 1 figures are worse, 1 better, against 7 runs");
  }

  @Test
  void shouldNotCallAFigureBetterThatScattersAsMuch() {
    assertThat(judge(compared(69, 80)).comparison())
        .contains("regression: 0 of 1 figures are worse, against 7 runs");
  }

  @Test
  void shouldKnowTheBaselineOfAGateOnTheSameFigure() {
    RunVerdict verdict = judge(fail(target(), HELD), compared(65, 80), fail(injector(), HELD));

    assertThat(verdict.gates())
        .extracting(verdict::baselineText)
        .containsExactly("65 %", "65 %", "");
  }

  private static Gate compared(int baseline, int limit) {
    Gate gate = fail(target(), limit);
    return new Gate(
        new GateLimits(
            gate.settings().userType(),
            Optional.empty(),
            gate.measure().againstEarlierRuns(),
            gate.settings().fail(),
            Optional.empty(),
            1,
            OptionalDouble.of(baseline),
            Optional.empty(),
            "here:1"),
        gate.path());
  }

  private RunVerdict judge(Gate... gates) {
    return RunVerdict.of(new Gates(List.of(gates), List.of(), List.of(), false, "7 runs"), run);
  }

  /** A metric of the target or of the load generator. */
  private record Measured(String name, String group, String metric, String title) {}

  private static Measured target() {
    return new Measured("target", "Target", "cpu", "CPU (%)");
  }

  private static Measured injector() {
    return new Measured("injector", "Injector", "saturated", "Saturated (%)");
  }

  private static Gate fail(Measured measured, int limit) {
    return gate(measured, Optional.of(limit), Optional.empty(), 1);
  }

  private static Gate gate(
      Measured measured, Optional<Integer> fail, Optional<Integer> warn, int minSamples) {
    Measure measure = Measure.ofValues(measured.metric(), "max", Unit.PERCENT);
    return new Gate(
        new GateLimits(
            Optional.of(measured.name()),
            Optional.empty(),
            measure,
            fail.map(value -> Limit.exclusive(measure.direction(), value)),
            warn.map(value -> Limit.exclusive(measure.direction(), value)),
            minSamples,
            "here:1"),
        List.of(measured.group(), measured.title()));
  }
}
