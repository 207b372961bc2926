package backend.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last {@value #KEPT} scored answers. */
final class AnswerHistory {

  private static final int KEPT = 1_000;

  private final Deque<ScoredAnswer> kept = new ArrayDeque<>();

  synchronized void add(ScoredAnswer answer) {
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(answer);
  }

  /** The youngest answers, at most that many, the oldest first. */
  synchronized List<ScoredAnswer> last(int most) {
    return kept.stream().skip(Math.max(0, kept.size() - most)).toList();
  }

  List<ScoredAnswer> all() {
    return last(KEPT);
  }
}
