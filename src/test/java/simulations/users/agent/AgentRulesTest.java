package simulations.users.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentRulesTest {

  /** JSON with single quotes. */
  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'overall_quality':75.73,'quality_grade':'C','prompt':'Why?'} | true",
        "{'overall_quality':75.73,'quality_grade':'B','prompt':'Why?'} | false",
        "{'overall_quality':75.73,'quality_grade':'C','prompt':'How?'} | false",
        "{'overall_quality':101,'quality_grade':'A','prompt':'Why?'} | false",
        "{'overall_quality':-1,'quality_grade':'F','prompt':'Why?'} | false",
        "{'overall_quality':'75','quality_grade':'C','prompt':'Why?'} | false",
        "{} | false",
      })
  void shouldDemandAScoreWithItsGrade(String body, boolean right) {
    assertThat(AgentRules.isScoreOf(json(body), "Why?")).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"90, A", "89.99, B", "80, B", "79.99, C", "70, C", "69.99, D", "60, D", "59.99, F"})
  void shouldGradeByTens(double score, String grade) {
    assertThat(AgentRules.grade(score)).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'status':'ok','total_analyzed':1} | true",
        "{'status':'warning','total_analyzed':100} | true",
        "{'status':'warning','total_analyzed':101} | false",
        "{'status':'warning','total_analyzed':0} | false",
        "{'status':'no_data','message':'none'} | false",
      })
  void shouldDemandInsights(String body, boolean right) {
    assertThat(AgentRules.isInsight(json(body))).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "id, 1, m, h, true",
    "id, 100, m, h, true",
    "'', 1, m, h, false",
    "id, 0, m, h, false",
    "id, 101, m, h, false",
    "id, 1, x, h, false",
    "id, 1, m, x, false",
  })
  void shouldDemandTheBaselineAskedFor(
      String id, int samples, String model, String hash, boolean right) {
    JsonNode body =
        json(
            "{'baseline_id':'%s','sample_size':%d,'model_name':'%s','config_hash':'%s'}"
                .formatted(id, samples, model, hash));

    assertThat(AgentRules.isBaselineOf(body, "m", "h")).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'regression_detected':true,'quality_drop_percentage':5.01} | true",
        "{'regression_detected':false,'quality_drop_percentage':5} | true",
        "{'regression_detected':false,'quality_drop_percentage':-40.5} | true",
        "{'regression_detected':true,'quality_drop_percentage':5} | false",
        "{'regression_detected':false,'quality_drop_percentage':5.01} | false",
        "{'regression_detected':false} | false",
        "{'quality_drop_percentage':1} | false",
      })
  void shouldDemandAFlagThatFitsTheDrop(String body, boolean right) {
    assertThat(AgentRules.isDetection(json(body))).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "80,      81, approve,       true",
    "80,      80, approve,       true",
    "80,   78.41, approve,       true",
    "80,  78.395, approve,       true",
    "80,  78.395, manual_review, true",
    "80,   78.39, approve,       false",
    "80,   78.41, manual_review, false",
    "80,      77, manual_review, true",
    "80,      77, approve,       false",
    "80,      76, manual_review, true",
    "80,   75.98, manual_review, false",
    "80,   75.98, reject,        true",
    "80,      81, reject,        false",
    "80,      81, pending,       false",
  })
  void shouldDemandTheDecisionForTheChange(
      double before, double after, String decision, boolean right) {
    JsonNode body = json("{'decision':'" + decision + "'}");

    assertThat(AgentRules.isDecisionOn(body, before, after)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'status':'completed','errors':[]} | true",
        "{'status':'baseline_checked','errors':[]} | true",
        "{'status':'failed','errors':['x']} | false",
        "{'status':'completed','errors':['x']} | false",
        "{'status':'failed','errors':[]} | false",
        "{'status':'completed'} | false",
      })
  void shouldDemandAWorkflowThatIsThrough(String body, boolean right) {
    assertThat(AgentRules.isWorkflowDone(json(body))).isEqualTo(right);
  }

  @Test
  void shouldDemandAnalytics() {
    assertThat(AgentRules.isSummary(json("{'total_requests':0}"))).isTrue();
    assertThat(AgentRules.isSummary(json("{}"))).isFalse();
    assertThat(AgentRules.hasTrends(json("{'trends':[{}]}"))).isTrue();
    assertThat(AgentRules.hasTrends(json("{'trends':[]}"))).isFalse();
    assertThat(AgentRules.compares(json("{'comparison':[{},{}]}"), 2)).isTrue();
    assertThat(AgentRules.compares(json("{'comparison':[{}]}"), 2)).isFalse();
  }
}
