package backend.regression;

import backend.quality.Scores;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A current quality against a baseline. What is decided is decided from the figures as they are
 * told, with two decimals.
 *
 * @param regressionScore 0..100, 10 for each percent of the drop; 0 without a regression
 * @param qualityDrop baseline minus current, negative when quality rose
 * @param zScore (current - baseline) / standard deviation; null when that is 0
 * @param alert null without a regression
 */
record RegressionResult(
    boolean regressionDetected,
    double regressionScore,
    Severity severity,
    double qualityDrop,
    double qualityDropPercentage,
    double baselineQuality,
    double currentQuality,
    Double zScore,
    Alert alert,
    Details details,
    Instant timestamp) {

  /** The drop, in percent, above which it is a regression. */
  private static final double THRESHOLD = 5;

  /** What was compared with, and how. */
  record Details(UUID baselineId, int baselineSampleSize, double thresholdPercentage) {}

  static RegressionResult of(Baseline baseline, double current) {
    double expected = baseline.metrics().averageQuality();
    double deviation = baseline.metrics().stdDevQuality();
    double percent = Scores.rounded(100 * (expected - current) / expected);
    boolean detected = percent > THRESHOLD;
    Severity severity = Severity.ofDrop(percent);
    Instant now = Instant.now();
    return new RegressionResult(
        detected,
        detected ? Scores.rounded(Math.min(100, 10 * percent)) : 0,
        severity,
        Scores.rounded(expected - current),
        percent,
        expected,
        current,
        deviation == 0 ? null : Scores.rounded((current - expected) / deviation),
        detected ? alert(baseline, severity, percent, current, now) : null,
        new Details(baseline.baselineId(), baseline.sampleSize(), THRESHOLD),
        now);
  }

  private static Alert alert(
      Baseline baseline, Severity severity, double percent, double current, Instant now) {
    return new Alert(
        UUID.randomUUID(),
        severity.alertLevel(),
        "Quality of " + baseline.modelName() + " dropped by " + percent + " %",
        severity,
        percent,
        baseline.metrics().averageQuality(),
        current,
        now,
        Map.of("model_name", baseline.modelName(), "config_hash", baseline.configHash()));
  }
}
