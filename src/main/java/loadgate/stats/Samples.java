package loadgate.stats;

import java.time.Duration;

/** The response times recorded so far for one path, or for several that were added up. */
final class Samples {

  private final Histogram ok = new Histogram();
  private final Histogram ko = new Histogram();

  void record(long value, boolean isOk) {
    (isOk ? ok : ko).record(value);
  }

  void addAll(Samples that) {
    ok.addAll(that.ok);
    ko.addAll(that.ko);
  }

  long successes() {
    return ok.distribution().count();
  }

  Summary summary(Duration runDuration) {
    Histogram all = new Histogram();
    all.addAll(ok);
    all.addAll(ko);
    return new Summary(
        statistics(all, runDuration), statistics(ok, runDuration), statistics(ko, runDuration));
  }

  private static Statistics statistics(Histogram histogram, Duration runDuration) {
    Distribution distribution = histogram.distribution();
    return new Statistics(distribution, (double) distribution.count() / runDuration.toSeconds());
  }
}
