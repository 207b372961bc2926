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
    return summary(runDuration.toSeconds());
  }

  /** Rates are 0 when there was no time. */
  Summary summary(double seconds) {
    Histogram all = new Histogram();
    all.addAll(ok);
    all.addAll(ko);
    return new Summary(statistics(all, seconds), statistics(ok, seconds), statistics(ko, seconds));
  }

  private static Statistics statistics(Histogram histogram, double seconds) {
    Distribution distribution = histogram.distribution();
    return new Statistics(distribution, seconds > 0 ? distribution.count() / seconds : 0);
  }
}
