package loadgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

  @ParameterizedTest
  @EnumSource
  void shouldKnowAllItsParts(Unit unit) {
    assertThat(unit.text(5)).isEqualTo("5" + (unit.text(0).substring(1)));
    assertThat(unit.axisTitle()).isNotBlank();
    assertThat(unit.limit("5" + unit.symbol(), Direction.BELOW, false, true)).isEqualTo(5);
    assertThat(Unit.of("5" + unit.symbol())).hasValue(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "MILLISECONDS, 100, 100 ms",
    "PERCENT, 0.5, 0.5 %",
    "PERCENT, 33.3333, 33.33 %",
    "PER_SECOND, 20, 20/s",
    "MEGABYTES, 512, 512 MB",
    "COUNT, 1000000, 1000000"
  })
  void shouldWriteAValueForPeople(Unit unit, double value, String expected) {
    assertThat(unit.text(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "MILLISECONDS, 200ms, 200",
    "MILLISECONDS, 200 ms, 200",
    "MILLISECONDS, 1.001s, 1001",
    "MILLISECONDS, 5m, 300000",
    "MILLISECONDS, 2 hours, 7200000",
    "MILLISECONDS, 1day, 86400000",
    "MILLISECONDS, 1.5s, 1500",
    "PERCENT, 150%, 150",
    "PERCENT, 150 %, 150",
    "PER_SECOND, 5/s, 5",
    "PER_SECOND, 5, 5",
    "PER_SECOND, 1.0E7, 10000000",
    "MEGABYTES, 512MB, 512",
    "MEGABYTES, 1GB, 1000",
    "MEGABYTES, 1TB, 1000000",
    "MEGABYTES, 2000000B, 2",
    "COUNT, 20, 20"
  })
  void shouldReadAWholeLimit(Unit unit, String written, double expected) {
    assertThat(unit.limit(written, Direction.BELOW, false, true)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"PERCENT, 0.5%, 0.5", "PERCENT, 99.9%, 99.9", "PER_SECOND, .5/s, 0.5"})
  void shouldReadALimitWithAFraction(Unit unit, String written, double expected) {
    assertThat(unit.limit(written, Direction.ABOVE, false, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 0%, BELOW, true",
    "PERCENT, 100%, BELOW, false",
    "PERCENT, 0%, ABOVE, false",
    "PERCENT, 100%, ABOVE, true",
    "COUNT, 0, BELOW, true",
    "COUNT, 1, BELOW, false",
    "COUNT, 0, ABOVE, false",
    "COUNT, 1, ABOVE, true"
  })
  void shouldTakeWhatCanBeReachedAndMissed(
      Unit unit, String written, Direction direction, boolean inclusive) {
    assertThatCode(() -> unit.limit(written, direction, inclusive, false))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 0%, BELOW, false",
    "PERCENT, 100%, BELOW, true",
    "PERCENT, 0%, ABOVE, true",
    "PERCENT, 100%, ABOVE, false",
    "COUNT, 0, BELOW, false",
    "COUNT, 0, ABOVE, true",
    "MILLISECONDS, 0ms, BELOW, false"
  })
  void shouldRefuseWhatNothingCanReachOrMiss(
      Unit unit, String written, Direction direction, boolean inclusive) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit.limit(written, direction, inclusive, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "ms", "100", "0.9ms", "1.5ms", "-1ms", "100MS", "1%", "1/s", "1e999ms", "1 2ms"
      })
  void shouldRefuseWhatIsNoDurationInWholeMilliseconds(String written) {
    refuses(
        Unit.MILLISECONDS,
        written,
        true,
        "a duration in whole milliseconds above 0 such as 200ms, 30s or 5m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1ms", "-1%", "100.1%", "%", "NaN%", "Infinity%"})
  void shouldRefuseWhatIsNoShare(String written) {
    refuses(Unit.PERCENT, written, false, "a percentage above 0 and up to 100 such as 1%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5%", "-1%", "150"})
  void shouldRefuseWhatIsNoWholePercentage(String written) {
    refuses(Unit.PERCENT, written, true, "a whole percentage above 0 such as 1%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1/s", "5/m", "/s", "1e999", "five"})
  void shouldRefuseWhatIsNoRate(String written) {
    refuses(Unit.PER_SECOND, written, false, "a number per second above 0 such as 5/s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1MB", "512", "1gb", "999kB", "512MiB", "-1GB"})
  void shouldRefuseWhatIsNoSizeInWholeMegabytes(String written) {
    refuses(Unit.MEGABYTES, written, true, "a size in whole MB above 0 such as 512MB or 1GB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "20%", "many"})
  void shouldRefuseWhatIsNoCount(String written) {
    refuses(Unit.COUNT, written, true, "a whole number above 0 such as 20");
  }

  @ParameterizedTest
  @CsvSource({
    "200ms, MILLISECONDS",
    "5 minutes, MILLISECONDS",
    "150%, PERCENT",
    "5/s, PER_SECOND",
    "1GiB, MEGABYTES",
    "20, COUNT"
  })
  void shouldBeRecognisedInALimit(String written, Unit unit) {
    assertThat(Unit.of(written)).hasValue(unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ms", "5 parsecs", "1gb", "many"})
  void shouldNotBeRecognisedInAnythingElse(String written) {
    assertThat(Unit.of(written)).isEmpty();
  }

  @Test
  void shouldListTheUnitsForMessages() {
    assertThat(Unit.allowedUnits()).startsWith("a number with one of ms, %, /s, MB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERCENT | 0% | BELOW | a percentage above 0 and up to 100 such as 1%; <= lets the limit"
            + " itself pass",
        "PERCENT | 100% | ABOVE | a percentage from 0 on and below 100 such as 1%; >= lets the"
            + " limit itself pass",
        "COUNT | 0 | BELOW | a whole number above 0 such as 20; <= lets the limit itself pass"
      })
  void shouldHelpWhoMeansTheLimitItself(
      Unit unit, String written, Direction direction, String allowed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit.limit(written, direction, false, false))
        .withMessage(allowed);
  }

  private static void refuses(Unit unit, String written, boolean whole, String allowed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unit.limit(written, Direction.BELOW, false, whole))
        .withMessage(allowed);
  }
}
