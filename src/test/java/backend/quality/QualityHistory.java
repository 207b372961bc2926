package backend.quality;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last {@value #KEPT} scored answers. */
public final class QualityHistory {

  static final int KEPT = 1_000;

  private final Deque<QualityMetrics> kept = new ArrayDeque<>();

  public synchronized void add(QualityMetrics metrics) {
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(metrics);
  }

  /** The youngest of them, at most that many, the oldest first. */
  public synchronized List<QualityMetrics> last(int most) {
    return kept.stream().skip(Math.max(0, kept.size() - most)).toList();
  }

  public List<QualityMetrics> all() {
    return last(KEPT);
  }
}
