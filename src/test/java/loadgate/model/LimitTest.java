package loadgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 | 200ms | < | 200",
        "p95 | < 200ms | < | 200",
        "p95 | <= 200ms | <= | 200",
        "p95 | <=1.5s | <= | 1500",
        "revoked-accepted | <= 0 | <= | 0",
        "revoked-accepted | 1 | < | 1",
        "failure-rate | <= 0% | <= | 0",
        "failure-rate | 0.5% | < | 0.5",
        "cache-hit-rate | 85% | > | 85",
        "cache-hit-rate | >= 100% | >= | 100",
        "throughput | > 0.5/s | > | 0.5",
        "final-p95-growth | 150% | < | 150"
      })
  void shouldBeReadAsPeopleWriteIt(String measure, String written, String sign, double value) {
    Limit limit = Measure.of(measure).limit(written);

    assertThat(limit.sign()).isEqualTo(sign);
    assertThat(limit.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p95 | > 200ms | < or <=, because lower values are better",
        "cache-hit-rate | <= 85% | > or >=, because higher values are better",
        "cache-hit-rate | > 100% | a percentage from 0 on and below 100 such as 1%; >= lets the"
            + " limit itself pass",
        "failure-rate | 0% | a percentage above 0 and up to 100 such as 1%; <= lets the limit"
            + " itself pass",
        "p95 | = 5ms | a duration in whole milliseconds above 0 such as 200ms, 30s or 5m",
        "p95 | <= 1.5ms | a duration in whole milliseconds from 0 on such as 200ms, 30s or 5m"
      })
  void shouldSayWhatIsAllowed(String measure, String written, String allowed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.of(measure).limit(written))
        .withMessage(allowed);
  }

  @Test
  void shouldBeBrokenWhenItIsReachedUnlessItIsInclusive() {
    assertThat(new Limit(Direction.BELOW, false, 100).passes(100)).isFalse();
    assertThat(new Limit(Direction.BELOW, true, 100).passes(100)).isTrue();
    assertThat(new Limit(Direction.ABOVE, false, 100).passes(100)).isFalse();
    assertThat(new Limit(Direction.ABOVE, true, 100).passes(100)).isTrue();
    assertThat(new Limit(Direction.BELOW, true, 100).passes(100.5)).isFalse();
  }

  @Test
  void shouldBeWithinAnotherThatIsBrokenLater() {
    Limit early = Limit.exclusive(Direction.BELOW, 80);
    Limit late = Limit.exclusive(Direction.BELOW, 100);

    assertThat(early.isWithin(late)).isTrue();
    assertThat(late.isWithin(early)).isFalse();
    assertThat(late.isWithin(late)).isTrue();
  }
}
