package loadgate.stats;

import java.time.Duration;

/** Collects the samples of one path, or of several that are added up. */
final class SampleCollector {

  private final Histogram ok = new Histogram();
  private final Histogram ko = new Histogram();

  void record(long value, boolean isOk) {
    (isOk ? ok : ko).record(value);
  }

  void addAll(SampleCollector that) {
    addAll(that, 1);
  }

  /** Adds the samples of another, each as often as the factor says. */
  void addAll(SampleCollector that, int factor) {
    ok.addAll(that.ok, factor);
    ko.addAll(that.ko, factor);
  }

  Summary summary(Duration collected) {
    return summary(collected.toSeconds());
  }

  /**
   * @param seconds how long was collected; rates are 0 when there was no time
   */
  Summary summary(double seconds) {
    Histogram all = new Histogram();
    all.addAll(ok);
    all.addAll(ko);
    return new Summary(
        new Statistics(all.distribution(), seconds),
        new Statistics(ok.distribution(), seconds),
        new Statistics(ko.distribution(), seconds));
  }
}
