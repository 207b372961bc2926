package simulations.users.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What must hold between the fields of the agent's answers. */
final class AgentRules {

  /** An agent may round its percentages to two decimals before it decides. */
  private static final double ROUNDING = 0.01;

  private AgentRules() {}

  /** Whether the quality is a score from 0 to 100 and the grade is the one for it. */
  static boolean isGraded(Map<String, Object> answer) {
    double score = number(answer, "overall_quality");
    return score >= 0 && score <= 100 && grade(score).equals(answer.get("quality_grade"));
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

  /** Whether a regression is detected exactly when quality drops by more than 5 %. */
  static boolean detectsItsDrop(Map<String, Object> answer) {
    double drop = number(answer, "quality_drop_percentage");
    return !Double.isNaN(drop)
        && Boolean.valueOf(drop > 5).equals(answer.get("regression_detected"));
  }

  /** The decisions that are right for a change of quality; at a threshold there are two. */
  static List<String> decisions(double before, double after) {
    double percent = 100 * (after - before) / before;
    return DoubleStream.of(percent - ROUNDING, percent, percent + ROUNDING)
        .mapToObj(AgentRules::decision)
        .distinct()
        .toList();
  }

  private static String decision(double percent) {
    if (percent > -2) {
      return "approve";
    }
    return percent >= -5 ? "manual_review" : "reject";
  }

  private static double number(Map<String, Object> answer, String field) {
    return answer.get(field) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
