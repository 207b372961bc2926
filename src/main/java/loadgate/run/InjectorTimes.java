package loadgate.run;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/** When the injectors of a run began, and how far their clocks are apart. */
record InjectorTimes(List<InjectorRecord> injectors) {

  /** Up to here two injectors send their load together, and times of theirs belong together. */
  private static final long TOGETHER_MILLIS = 1_000;

  /** That an injector began too late after the earliest to be part of one load, if so. */
  Optional<String> lateness(InjectorRecord injector) {
    if (injector.late()) {
      return Optional.of("it came too late");
    }
    long behindMillis = startMillis(injector) - starts().getMin();
    return behindMillis > TOGETHER_MILLIS
        ? Optional.of(
            "its load began %s ms after the earliest, by %s"
                .formatted(behindMillis, areCompared() ? "one clock" : "their own clocks"))
        : Optional.empty();
  }

  /** That times of the injectors do not belong together, if so. */
  Optional<String> clockWarning() {
    return !areCompared() || apart(clocks()) <= TOGETHER_MILLIS
        ? Optional.empty()
        : Optional.of(
            "the clocks of the injectors are %s ms apart, and so are times in the log"
                .formatted(apart(clocks())));
  }

  /** For people. */
  String text() {
    return injectors.size() < 2
        ? "starts not compared"
        : "their loads began within %s ms, clocks %s"
            .formatted(
                apart(starts()),
                areCompared() ? "within " + apart(clocks()) + " ms" : "not compared");
  }

  /** Whether the barrier's clock is known to all. */
  private boolean areCompared() {
    return clocks().getCount() == injectors.size() && injectors.size() > 1;
  }

  private LongSummaryStatistics clocks() {
    return injectors.stream()
        .filter(injector -> injector.clockOffsetMillis().isPresent())
        .mapToLong(injector -> injector.clockOffsetMillis().getAsLong())
        .summaryStatistics();
  }

  private LongSummaryStatistics starts() {
    return injectors.stream().mapToLong(InjectorTimes::startMillis).summaryStatistics();
  }

  /** By the clock of the barrier, or by its own when nobody compared them. */
  private static long startMillis(InjectorRecord injector) {
    return injector.startedAt().toEpochMilli() - injector.clockOffsetMillis().orElse(0);
  }

  private static long apart(LongSummaryStatistics millis) {
    return millis.getMax() - millis.getMin();
  }
}
