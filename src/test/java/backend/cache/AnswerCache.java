package backend.cache;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Keeps computed answers and counts how often that helped, over all endpoints. */
public final class AnswerCache {

  private final boolean keeping;
  private final boolean telling;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * @param keeping whether answers are kept; otherwise every one is a miss
   * @param telling whether answers carry the header {@code X-Cache}
   */
  public AnswerCache(boolean keeping, boolean telling) {
    this.keeping = keeping;
    this.telling = telling;
  }

  /** The answers of one endpoint, each one good for {@code lifetime} from its computation on. */
  public <T> CachedAnswers<T> answers(Duration lifetime) {
    return new CachedAnswers<>(this, keeping ? lifetime : Duration.ZERO);
  }

  void count(boolean hit) {
    (hit ? hits : misses).increment();
  }

  boolean telling() {
    return telling;
  }

  long hits() {
    return hits.sum();
  }

  long misses() {
    return misses.sum();
  }
}
