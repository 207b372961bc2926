package backend.quality;

import static org.assertj.core.api.Assertions.assertThat;

import backend.kit.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QualityHistoryTest {

  private final QualityHistory history = new QualityHistory();

  private void add(String... responses) {
    Stream.of(responses)
        .map(text -> QualityMetrics.score("Why?", text, null, Json.mapper().nullNode()))
        .forEach(history::add);
  }

  private static List<String> responses(List<QualityMetrics> answers) {
    return answers.stream().map(QualityMetrics::response).toList();
  }

  @Test
  void shouldTellTheLastInTheOrderTheyCame() {
    add("one", "two", "three");

    assertThat(responses(history.last(2))).containsExactly("two", "three");
    assertThat(responses(history.last(9))).containsExactly("one", "two", "three");
  }

  @Test
  void shouldKeep1000() {
    for (int i = 1; i <= 1_001; i++) {
      add("answer " + i);
    }

    assertThat(history.last(2_000)).hasSize(1_000);
    assertThat(history.all().get(0).response()).isEqualTo("answer 2");
  }

  @Test
  void shouldWarnOfWhatIsBelow70() {
    // "Why?" has no keyword: relevance 30, coherence 76, overall 0.4 x 30 + 0.4 x 76 + 20 = 62.4.
    add("It simply works", "It simply works");

    Insights insights = Insights.of(history.all());
    assertThat(insights.status()).isEqualTo("warning");
    assertThat(insights.issues())
        .containsExactly("average quality 62.4 is below 70", "average relevance 30.0 is below 70");
    assertThat(insights.averageCoherence()).isEqualTo(76);
    assertThat(insights.totalAnalyzed()).isEqualTo(2);
  }

  @Test
  void shouldWarnOfMoreHallucinationThan30() {
    add("maybe perhaps possibly", "maybe perhaps possibly probably");

    Insights insights = Insights.of(history.all());
    assertThat(insights.averageHallucination()).isEqualTo(35);
    assertThat(insights.issues()).contains("average hallucination 35.0 is above 30");
  }

  @Test
  void shouldHaveNoIssueWithGoodAnswers() {
    history.add(
        QualityMetrics.score(
            "What is a cache?",
            "A cache keeps what was asked for once, because asking again would be slow.",
            null,
            Json.mapper().nullNode()));

    // 100 and 0.3 x (100 + 90 + 80) + 10 = 91: 0.4 x 100 + 0.4 x 91 + 20.
    Insights insights = Insights.of(history.all());
    assertThat(insights.status()).isEqualTo("ok");
    assertThat(insights.averageQuality()).isEqualTo(96.4);
  }
}
