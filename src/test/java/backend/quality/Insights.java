package backend.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * How the last answers were.
 *
 * @param status ok, or warning when there are issues
 */
record Insights(
    String status,
    double averageQuality,
    double averageRelevance,
    double averageCoherence,
    double averageHallucination,
    int totalAnalyzed,
    List<String> issues,
    String recommendation) {

  private static final double LEAST = 70;
  private static final double MOST_HALLUCINATION = 30;

  /** {@code answers} is not empty. */
  static Insights of(List<QualityMetrics> answers) {
    Averages averages = Averages.of(answers);
    List<String> issues = new ArrayList<>();
    below(issues, "quality", averages.quality());
    below(issues, "relevance", averages.relevance());
    below(issues, "coherence", averages.coherence());
    if (averages.hallucination() > MOST_HALLUCINATION) {
      issues.add("average hallucination " + averages.hallucination() + " is above 30");
    }
    return new Insights(
        issues.isEmpty() ? "ok" : "warning",
        averages.quality(),
        averages.relevance(),
        averages.coherence(),
        averages.hallucination(),
        answers.size(),
        issues,
        recommendation(averages, issues));
  }

  private static void below(List<String> issues, String name, double average) {
    if (average < LEAST) {
      issues.add("average " + name + " " + average + " is below 70");
    }
  }

  private static String recommendation(Averages averages, List<String> issues) {
    if (issues.isEmpty()) {
      return "Nothing to do.";
    }
    if (averages.hallucination() > MOST_HALLUCINATION) {
      return "Check the claims of the model before its answers go out.";
    }
    return averages.relevance() < averages.coherence()
        ? "Make the model keep to the question."
        : "Make the model write whole, connected sentences.";
  }
}
