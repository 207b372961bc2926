package simulations.users.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentRulesTest {

  @ParameterizedTest
  @CsvSource({"90, A", "89.99, B", "80, B", "79.99, C", "70, C", "69.99, D", "60, D", "59.99, F"})
  void shouldGradeByTens(double score, String grade) {
    assertThat(AgentRules.grade(score)).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"75.73, C, true", "75.73, B, false", "101, A, false", "-1, F, false"})
  void shouldDemandTheGradeOfTheScore(double score, String grade, boolean right) {
    assertThat(AgentRules.isGraded(Map.of("overall_quality", score, "quality_grade", grade)))
        .isEqualTo(right);
  }

  @Test
  void shouldDemandAScore() {
    assertThat(AgentRules.isGraded(Map.of("overall_quality", "75", "quality_grade", "C")))
        .isFalse();
    assertThat(AgentRules.isGraded(Map.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "true,   5.01, true",
    "false,     5, true",
    "false, -40.5, true",
    "true,      5, false",
    "false,  5.01, false",
  })
  void shouldDemandADetectionThatFitsTheDrop(boolean detected, double drop, boolean right) {
    assertThat(
            AgentRules.detectsItsDrop(
                Map.of("regression_detected", detected, "quality_drop_percentage", drop)))
        .isEqualTo(right);
  }

  @Test
  void shouldDemandADetectionAndADrop() {
    assertThat(AgentRules.detectsItsDrop(Map.of("regression_detected", false))).isFalse();
    assertThat(AgentRules.detectsItsDrop(Map.of("quality_drop_percentage", 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "81,     approve",
    "80,     approve",
    "78.41,  approve",
    "78.395, approve manual_review",
    "78.39,  manual_review",
    "76,     manual_review reject",
    "75.98,  reject",
  })
  void shouldDemandTheDecisionForAChangeFrom80(double after, String decisions) {
    assertThat(AgentRules.decisions(80, after)).containsExactlyInAnyOrder(decisions.split(" "));
  }
}
