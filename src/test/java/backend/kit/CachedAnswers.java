package backend.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The kept answers of one endpoint, by whatever its answer depends on. */
public final class CachedAnswers<T> {

  private final AnswerCache owner;
  private final Cache<String, T> answers;

  /** With a lifetime of zero every answer is gone as soon as it was given. */
  CachedAnswers(AnswerCache owner, Duration lifetime, int most) {
    this.owner = owner;
    this.answers = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(lifetime).build();
  }

  /** For an endpoint whose answer depends on nothing. */
  public T get(Context ctx, Supplier<T> compute) {
    return get(ctx, "", compute);
  }

  /**
   * The kept answer, or one computed from the database; the response says which, and how long the
   * computation took. Of several requests that miss the same key at once only one computes. What
   * fails is not kept.
   */
  public T get(Context ctx, String key, Supplier<T> compute) {
    return getTimed(ctx, key, () -> owner.work().db(ctx, compute));
  }

  /** As {@link #get(Context, String, Supplier)}, for a computation that is timed part by part. */
  public T getTimed(Context ctx, String key, Supplier<T> compute) {
    AtomicBoolean hit = new AtomicBoolean(true);
    T answer =
        answers.get(
            key,
            missing -> {
              hit.set(false);
              return compute.get();
            });
    owner.count(hit.get());
    if (owner.telling()) {
      ctx.header("X-Cache", hit.get() ? "HIT" : "MISS");
    }
    return answer;
  }

  /** Keeps an answer that nobody has asked for yet. */
  public void put(String key, T answer) {
    answers.put(key, answer);
  }
}
