package simulations.users.accounts;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.Unit;

/** Counts the streams of all users of a run. */
final class StreamCounts {

  static final Metric OPEN_STREAMS =
      Metric.derivedValues("open-streams", "Most open streams", Unit.COUNT);
  static final Metric FRAMES_PER_SECOND =
      Metric.derivedValues("frames-per-second", "Frames per second", Unit.PER_SECOND);

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private final LongAdder frames = new LongAdder();
  private final AtomicLong firstNanos = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong lastNanos = new AtomicLong(Long.MIN_VALUE);

  void opened() {
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
  }

  void closed() {
    open.decrementAndGet();
  }

  /**
   * Counts a frame.
   *
   * @param nanos its arrival, as {@link System#nanoTime} tells it
   */
  void received(long nanos) {
    frames.increment();
    firstNanos.accumulateAndGet(nanos, Math::min);
    lastNanos.accumulateAndGet(nanos, Math::max);
  }

  /** Metrics of the whole run; empty if there were no streams. */
  List<DerivedMetric> derived() {
    double seconds = (lastNanos.get() - firstNanos.get()) / 1e9;
    if (frames.sum() == 0 || seconds <= 0) {
      return List.of();
    }
    return List.of(
        DerivedMetric.of(OPEN_STREAMS, Metric.Sample.value(mostOpen.get())),
        DerivedMetric.of(FRAMES_PER_SECOND, Metric.Sample.floor(frames.sum() / seconds)));
  }
}
