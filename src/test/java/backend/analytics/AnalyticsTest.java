package backend.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import backend.kit.Json;
import backend.quality.QualityMetrics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyticsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static QualityMetrics answer(String model, String response, String moment) {
    QualityMetrics scored =
        QualityMetrics.score("Why?", response, model, Json.mapper().createObjectNode());
    return new QualityMetrics(
        scored.requestId(),
        Instant.parse(moment),
        scored.prompt(),
        scored.response(),
        scored.modelName(),
        scored.overallQuality(),
        scored.qualityGrade(),
        scored.relevance(),
        scored.coherence(),
        scored.hallucination(),
        2,
        scored.metadata());
  }

  /** Overall quality 42.4, 62.4 and 62.4; 1, 2 and 5 tokens. */
  private static final List<QualityMetrics> ANSWERS =
      List.of(
          answer("b", "", "2026-02-23T23:59:59Z"),
          answer("a", "It is", "2026-02-24T00:00:00Z"),
          answer("b", "It simply works!", "2026-03-02T12:00:00Z"));

  @Test
  void shouldAverageThePeriod() {
    Period week = new Period("7d");
    Summary summary = Summary.of(week.of(ANSWERS, TODAY), week.code());

    assertThat(summary.totalRequests()).isEqualTo(2);
    // "It is" is a sentence of two words: 0.4 x 30 + 0.4 x (0.3 x 120 + 10) + 20 = 50.4.
    assertThat(summary.avgQuality()).isEqualTo(56.4);
    assertThat(summary.avgLatency()).isEqualTo(2);
    assertThat(summary.avgTokens()).isEqualTo(4);
    assertThat(summary.successRate()).isEqualTo(0.5);
    assertThat(summary.topModels()).containsExactly("a", "b");
  }

  @Test
  void shouldNameTheModelWithMostAnswersFirst() {
    assertThat(Summary.of(ANSWERS, "30d").topModels()).containsExactly("b", "a");
  }

  @Test
  void shouldHaveNoAveragesOfNothing() {
    Summary summary = Summary.of(List.of(), "30d");

    assertThat(summary.totalRequests()).isZero();
    assertThat(summary.avgQuality()).isNull();
    assertThat(summary.successRate()).isNull();
  }

  @Test
  void shouldHaveAnEntryForEveryDay() {
    Trends trends = Trends.of(Figure.QUALITY, new Period("7d"), ANSWERS, TODAY);

    assertThat(trends.trends()).hasSize(7);
    assertThat(trends.trends().get(0))
        .isEqualTo(new Trends.Day(LocalDate.of(2026, 2, 24), 50.4, 1));
    assertThat(trends.trends().get(1))
        .isEqualTo(new Trends.Day(LocalDate.of(2026, 2, 25), null, 0));
    assertThat(trends.trends().get(6)).isEqualTo(new Trends.Day(TODAY, 62.4, 1));
    assertThat(trends.avgValue()).isEqualTo(56.4);
    assertThat(trends.trendDirection()).isEqualTo("rising");
  }

  @Test
  void shouldCallWhatStaysStable() {
    assertThat(Trends.of(Figure.LATENCY, new Period("30d"), ANSWERS, TODAY).trendDirection())
        .isEqualTo("stable");
    assertThat(Trends.of(Figure.TOKENS, new Period("90d"), List.of(), TODAY).trendDirection())
        .isEqualTo("stable");
  }

  @Test
  void shouldRecommendTheBestModel() {
    Comparison comparison = Comparison.of(List.of("b", "c", "a"), ANSWERS);

    assertThat(comparison.comparison())
        .extracting(Comparison.Model::modelId, Comparison.Model::sampleCount)
        .containsExactly(tuple("b", 2), tuple("c", 0), tuple("a", 1));
    // (42.4 + 62.4) / 2 = 52.4 against 50.4.
    assertThat(comparison.recommendation()).isEqualTo("b");
    assertThat(comparison.comparison().get(1).avgQuality()).isNull();
  }

  @Test
  void shouldRecommendNothingWithoutAnswers() {
    assertThat(Comparison.of(List.of("c"), ANSWERS).recommendation()).isNull();
  }
}
