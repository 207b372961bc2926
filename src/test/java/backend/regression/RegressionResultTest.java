package backend.regression;

import static org.assertj.core.api.Assertions.assertThat;

import backend.kit.Json;
import backend.quality.QualityMetrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionResultTest {

  private static Baseline baseline(double quality, double deviation) {
    return new Baseline(
        UUID.randomUUID(),
        "model-v1",
        "v1.0.0",
        "rolling",
        new Baseline.Metrics(quality, 30, 76, 0, deviation, quality, quality),
        7,
        Instant.EPOCH,
        Instant.EPOCH,
        "active",
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "90,    -12.5, false,   0, NONE",
    "80,        0, false,   0, NONE",
    "76.01,  4.99, false,   0, NONE",
    "76,        5, false,   0, MINOR",
    "75.99,  5.01, true, 50.1, MINOR",
    "72.01,  9.99, true, 99.9, MINOR",
    "72,       10, true,  100, MODERATE",
    "64.01, 19.99, true,  100, MODERATE",
    "64,       20, true,  100, SEVERE",
    "56,       30, true,  100, CRITICAL",
    "0,       100, true,  100, CRITICAL",
  })
  void shouldJudgeTheDropFrom80(
      double current, double percent, boolean detected, double score, Severity severity) {
    RegressionResult result = RegressionResult.of(baseline(80, 0), current);

    assertThat(result.qualityDropPercentage()).isEqualTo(percent);
    assertThat(result.regressionDetected()).isEqualTo(detected);
    assertThat(result.regressionScore()).isEqualTo(score);
    assertThat(result.severity()).isEqualTo(severity);
    assertThat(result.alert() != null).isEqualTo(detected);
  }

  @ParameterizedTest
  @CsvSource({
    "75, minor, info",
    "70, moderate, warning",
    "60, severe, warning",
    "30, critical," + " critical"
  })
  void shouldAlertAsLoudlyAsTheDropIs(double current, String severity, String level) {
    Alert alert = RegressionResult.of(baseline(80, 0), current).alert();

    assertThat(alert.severity().word()).isEqualTo(severity);
    assertThat(alert.level()).isEqualTo(level);
    assertThat(alert.baselineQuality()).isEqualTo(80);
    assertThat(alert.currentQuality()).isEqualTo(current);
  }

  @Test
  void shouldTellTheDistanceInDeviations() {
    assertThat(RegressionResult.of(baseline(80, 4), 70).zScore()).isEqualTo(-2.5);
    assertThat(RegressionResult.of(baseline(80, 0), 70).zScore()).isNull();
  }

  @Test
  void shouldMakeABaselineOfAnswers() {
    // Overall 62.4 and 42.4: mean 52.4, deviation sqrt((10² + 10²) / 1) = 14.14.
    Baseline made =
        Baseline.of(
            "model-v1",
            "v1.0.0",
            "fixed",
            Map.of(),
            Stream.of("It simply works", "")
                .map(text -> QualityMetrics.score("Why?", text, null, Json.mapper().nullNode()))
                .toList());

    assertThat(made.sampleSize()).isEqualTo(2);
    assertThat(made.metrics()).isEqualTo(new Baseline.Metrics(52.4, 20, 61, 0, 14.14, 42.4, 62.4));
  }

  @Test
  void shouldFindTheNewestBaselineOfModelAndHash() {
    Baselines baselines = new Baselines(true);
    Baseline older = baseline(80, 0);
    Baseline newer = baseline(80, 0);
    List.of(older, newer).forEach(baselines::add);

    assertThat(baselines.newest("model-v1", "v1.0.0")).contains(newer);
    assertThat(baselines.newest("model-v1", "v2.0.0")).isEmpty();
    assertThat(baselines.newest("model-v2", "v1.0.0")).isEmpty();
  }

  @Test
  void shouldForgetBaselinesWhenTold() {
    Baselines baselines = new Baselines(false);
    baselines.add(baseline(80, 0));

    assertThat(baselines.newest("model-v1", "v1.0.0")).isEmpty();
  }
}
