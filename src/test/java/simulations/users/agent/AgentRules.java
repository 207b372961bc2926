package simulations.users.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** What must hold in the agent's answers, whichever agent gives them. */
final class AgentRules {

  /** The drop, in percent, above which the agent must see a regression. */
  private static final double REGRESSION = 5;

  /** An agent may round its percentages to two decimals before it decides. */
  private static final double ROUNDING = 0.01;

  private static final int MOST_ANSWERS = 100;

  private AgentRules() {}

  static boolean isScoreOf(JsonNode body, String prompt) {
    double score = number(body, "overall_quality");
    return score >= 0
        && score <= 100
        && is(body, "quality_grade", grade(score))
        && is(body, "prompt", prompt);
  }

  static String grade(double score) {
    if (score >= 90) {
      return "A";
    }
    if (score >= 80) {
      return "B";
    }
    if (score >= 70) {
      return "C";
    }
    return score >= 60 ? "D" : "F";
  }

  /** {@code no_data} is wrong, because the preparation has had an answer analysed. */
  static boolean isInsight(JsonNode body) {
    return Set.of("ok", "warning").contains(body.path("status").asText())
        && isCount(body.path("total_analyzed"));
  }

  static boolean isBaselineOf(JsonNode body, String model, String configHash) {
    return !body.path("baseline_id").asText().isEmpty()
        && isCount(body.path("sample_size"))
        && is(body, "model_name", model)
        && is(body, "config_hash", configHash);
  }

  /** The flag must agree with the figure beside it. */
  static boolean isDetection(JsonNode body) {
    JsonNode detected = body.path("regression_detected");
    double drop = number(body, "quality_drop_percentage");
    return detected.isBoolean()
        && !Double.isNaN(drop)
        && detected.booleanValue() == drop > REGRESSION;
  }

  static boolean isSummary(JsonNode body) {
    return body.path("total_requests").isNumber();
  }

  static boolean hasTrends(JsonNode body) {
    return body.path("trends").isArray() && !body.path("trends").isEmpty();
  }

  static boolean compares(JsonNode body, int models) {
    return body.path("comparison").isArray() && body.path("comparison").size() == models;
  }

  /** The decision must be the one for this change of quality. */
  static boolean isDecisionOn(JsonNode body, double before, double after) {
    double percent = 100 * (after - before) / before;
    return DoubleStream.of(percent - ROUNDING, percent, percent + ROUNDING)
        .mapToObj(AgentRules::decision)
        .anyMatch(decision -> is(body, "decision", decision));
  }

  static String decision(double percent) {
    if (percent > -2) {
      return "approve";
    }
    return percent >= -5 ? "manual_review" : "reject";
  }

  static boolean isWorkflowDone(JsonNode body) {
    return body.path("errors").isArray()
        && body.path("errors").isEmpty()
        && List.of("completed", "baseline_checked").contains(body.path("status").asText());
  }

  private static boolean isCount(JsonNode node) {
    return node.isIntegralNumber() && node.intValue() >= 1 && node.intValue() <= MOST_ANSWERS;
  }

  private static boolean is(JsonNode body, String field, String expected) {
    return body.path(field).asText().equals(expected);
  }

  private static double number(JsonNode body, String field) {
    return body.path(field).isNumber() ? body.path(field).doubleValue() : Double.NaN;
  }
}
