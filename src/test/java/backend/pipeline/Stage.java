package backend.pipeline;

import java.time.Duration;
import java.util.Locale;

/** What a run does, one after the other, and how long each part takes at least. */
public enum Stage {
  /** Reads the quotes. */
  FETCH(3_000),
  /** Scores the stocks. */
  RECOMMEND(2_000),
  /** Predicts their prices. */
  ML(3_000),
  /** Writes the results down. */
  DB(1_500),
  /** Has the recommendations ready before anybody asks for them. */
  CACHE(500);

  private final Duration pace;

  Stage(long paceMillis) {
    this.pace = Duration.ofMillis(paceMillis);
  }

  Duration pace() {
    return pace;
  }

  /** Such as {@code fetch}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
