package backend.kit;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Keeps computed answers and counts how often that helped, over all endpoints. */
public final class AnswerCache {

  /** Of one endpoint. */
  private static final int MOST_ANSWERS = 10_000;

  private final boolean keeping;
  private final boolean telling;
  private final TimedWork work;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * @param keeping whether answers are kept; otherwise every one is a miss
   * @param telling whether answers carry the header {@code X-Cache}
   * @param work does the computations
   */
  public AnswerCache(boolean keeping, boolean telling, TimedWork work) {
    this.keeping = keeping;
    this.telling = telling;
    this.work = work;
  }

  /** The answers of one endpoint, each one good for {@code lifetime} from its computation on. */
  public <T> CachedAnswers<T> answers(Duration lifetime) {
    return answers(lifetime, MOST_ANSWERS);
  }

  /** As {@link #answers(Duration)}, but only the {@code most} that are worth keeping most. */
  public <T> CachedAnswers<T> answers(Duration lifetime, int most) {
    return new CachedAnswers<>(this, keeping ? lifetime : Duration.ZERO, most);
  }

  void count(boolean hit) {
    (hit ? hits : misses).increment();
  }

  TimedWork work() {
    return work;
  }

  boolean telling() {
    return telling;
  }

  public long hits() {
    return hits.sum();
  }

  public long misses() {
    return misses.sum();
  }
}
