package backend.validation;

import static org.assertj.core.api.Assertions.assertThat;

import backend.kit.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

  @ParameterizedTest
  @CsvSource({
    "50.01,  0.02, APPROVE,       0.85",
    "50,        0, APPROVE,       0.90",
    "49.01, -1.98, APPROVE,       0.90",
    "49,       -2, MANUAL_REVIEW, 0.60",
    "48.99, -2.02, MANUAL_REVIEW, 0.70",
    "47.5,     -5, MANUAL_REVIEW, 0.70",
    "47.49, -5.02, REJECT,        0.95",
  })
  void shouldDecideOnTheChangeFrom50(
      double after, double percent, Decision decision, double confidence) {
    Validation validation = Validation.of("v", 50, after, Json.mapper().nullNode());

    assertThat(validation.qualityChangePercentage()).isEqualTo(percent);
    assertThat(validation.decision()).isEqualTo(decision);
    assertThat(validation.confidence()).isEqualTo(confidence);
  }

  @Test
  void shouldDecideOnTheFiguresItTells() {
    // 78.4 of 80 is 2 % less, which binary fractions miss by a hair.
    assertThat(Validation.of("v", 80, 78.4, Json.mapper().nullNode()).decision())
        .isEqualTo(Decision.MANUAL_REVIEW);
  }
}
