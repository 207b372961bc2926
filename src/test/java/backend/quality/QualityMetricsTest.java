package backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backend.kit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityMetricsTest {

  private static final Path POOLS = Path.of("src/test/resources/feeders");

  private static QualityMetrics scored(String prompt, String response) {
    return QualityMetrics.score(prompt, response, "model-v1", Json.mapper().createObjectNode());
  }

  @Test
  void shouldWeighRelevanceCoherenceAndHallucination() {
    // Two of three keywords: 50 x 2/3 + 10 + 20 = 63.33. One sentence of six words without linking
    // words: 0.3 x (100 + 60 + 60) + 10 = 76. 0.4 x 63.33 + 0.4 x 76 + 0.2 x 100 = 75.73.
    QualityMetrics metrics =
        scored("How does machine learning work?", "Machine learning finds patterns in data.");

    assertThat(metrics.relevance().score()).isEqualTo(63.33);
    assertThat(metrics.coherence().score()).isEqualTo(76);
    assertThat(metrics.hallucination().hallucinationRate()).isZero();
    assertThat(metrics.overallQuality()).isEqualTo(75.73);
    assertThat(metrics.qualityGrade()).isEqualTo(Grade.C);
  }

  @Test
  void shouldTakeHallucinationOff() {
    // All three keywords: 50 + 10 + 20. "probably" and a percentage: 2 x 10.
    // 0.4 x 80 + 0.4 x 76 + 0.2 x (100 - 20) = 78.4.
    QualityMetrics metrics =
        scored("How does machine learning work?", "Machine learning probably halves 40% work.");

    assertThat(metrics.relevance().score()).isEqualTo(80);
    assertThat(metrics.hallucination().hallucinationRate()).isEqualTo(20);
    assertThat(metrics.overallQuality()).isEqualTo(78.4);
  }

  @Test
  void shouldScoreAnEmptyAnswer() {
    // 0.4 x 10 + 0.4 x (0.3 x (0 + 60 + 60) + 10) + 20 = 42.4
    QualityMetrics metrics = scored("How does machine learning work?", "");

    assertThat(metrics.relevance().score()).isEqualTo(10);
    assertThat(metrics.coherence().score()).isEqualTo(46);
    assertThat(metrics.overallQuality()).isEqualTo(42.4);
    assertThat(metrics.qualityGrade()).isEqualTo(Grade.F);
    assertThat(metrics.passed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"100, A", "90, A", "89.99, B", "80, B", "79.99, C", "70, C", "69.99, D", "60, D"})
  void shouldGradeByTens(double score, Grade grade) {
    assertThat(Grade.of(score)).isEqualTo(grade);
  }

  @Test
  void shouldGradeAllElseF() {
    assertThat(Grade.of(59.99)).isEqualTo(Grade.F);
    assertThat(Grade.of(0)).isEqualTo(Grade.F);
  }

  @Test
  void shouldCountFourCharactersAsAToken() {
    assertThat(scored("12345", "678").tokens()).isEqualTo(2);
    assertThat(scored("12345", "6789").tokens()).isEqualTo(3);
  }

  @Test
  void shouldScoreThePoolsOfTheLoadTestBetween62And76() throws IOException {
    List<Double> scores = new ArrayList<>();
    for (String prompt : pool("agent-prompts.csv")) {
      for (String response : pool("agent-responses.csv")) {
        scores.add(scored(prompt, response).overallQuality());
      }
    }

    DoubleSummaryStatistics all = scores.stream().mapToDouble(s -> s).summaryStatistics();
    assertThat(all.getCount()).isEqualTo(25);
    assertThat(all.getMin()).isEqualTo(62.4);
    assertThat(all.getMax()).isEqualTo(75.73);
    assertThat(all.getAverage()).isCloseTo(66, within(0.6));
  }

  private static List<String> pool(String file) throws IOException {
    List<String> lines = Files.readAllLines(POOLS.resolve(file));
    return lines.subList(1, lines.size());
  }
}
