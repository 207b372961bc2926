package backend.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityChangeTest {

  @ParameterizedTest
  @CsvSource({
    "50.01,  0.02, approve,       false",
    "49.01, -1.98, approve,       false",
    "49,       -2, manual_review, false",
    "47.5,     -5, manual_review, false",
    "47.49, -5.02, reject,        true",
  })
  void shouldJudgeAChangeFrom50(double after, double percent, String decision, boolean regression) {
    QualityChange change = new QualityChange(50, after);

    assertThat(change.percent()).isEqualTo(percent);
    assertThat(change.decision()).isEqualTo(decision);
    assertThat(change.isRegression()).isEqualTo(regression);
  }
}
