package backend.analytics;

import backend.quality.QualityMetrics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What there is to say of scored answers in numbers. */
enum Figure {
  /** The overall quality, 0..100. */
  QUALITY(QualityMetrics::overallQuality),
  /** How long the scoring took, in milliseconds. */
  LATENCY(QualityMetrics::processingTimeMs),
  /** About how many tokens prompt and response have. */
  TOKENS(QualityMetrics::tokens);

  private final ToDoubleFunction<QualityMetrics> value;

  Figure(ToDoubleFunction<QualityMetrics> value) {
    this.value = value;
  }

  /** The mean, null of no answers. */
  Double average(List<QualityMetrics> answers) {
    return answers.isEmpty()
        ? null
        : Double.valueOf(answers.stream().mapToDouble(value).average().orElseThrow());
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Stream.of(values()).map(Figure::word).toList();
  }

  /** One of {@link #words()}. */
  static Figure of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
