package backend.analytics;

import backend.quality.QualityMetrics;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answers of a period. Averages of none are null.
 *
 * @param totalRequests answers scored and still known
 * @param avgLatency milliseconds of scoring
 * @param successRate share of answers with any grade but F, 0..1
 * @param topModels those with the most answers, the first one having most
 */
record Summary(
    int totalRequests,
    Double avgQuality,
    Double avgLatency,
    Double avgTokens,
    Double successRate,
    List<String> topModels,
    String period,
    Instant generatedAt) {

  private static final int TOP = 5;

  static Summary of(List<QualityMetrics> answers, String period) {
    return new Summary(
        answers.size(),
        Figure.QUALITY.average(answers),
        Figure.LATENCY.average(answers),
        Figure.TOKENS.average(answers),
        successRate(answers),
        topModels(answers),
        period,
        Instant.now());
  }

  private static Double successRate(List<QualityMetrics> answers) {
    return answers.isEmpty()
        ? null
        : Double.valueOf(
            (double) answers.stream().filter(QualityMetrics::passed).count() / answers.size());
  }

  private static List<String> topModels(List<QualityMetrics> answers) {
    Map<String, Long> counts =
        answers.stream()
            .map(QualityMetrics::modelName)
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(TOP)
        .map(Map.Entry::getKey)
        .toList();
  }
}
