package loadgate.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import loadgate.gates.MeasuredResources;
import loadgate.gates.MeasuredUserType;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.gates.Saturation;
import loadgate.monitor.InjectorUse;
import loadgate.monitor.ProcessUse;
import loadgate.monitor.ResourceSample;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;
import loadgate.settings.MonitorSettings;
import loadgate.stats.TheilSen;

/**
 * Adds what the monitor has read to the log of the run, as samples of the metrics of {@link
 * MeasuredResources} at the times at which they were read.
 *
 * @param read in the order in which it was read
 */
record ResourceMetrics(MonitorSettings settings, List<ResourceSample> read) {

  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final double LONG_STALL_MILLIS = 1_000;

  /**
   * @param start of the run
   * @param endMillis of the run
   */
  void writeTo(RunLogListener log, Instant start, int endMillis) throws IOException {
    List<ResourceSample> samples =
        read.stream().filter(sample -> !sample.at().isBefore(start)).toList();
    List<ResourceSample> ofTarget =
        samples.stream().filter(sample -> sample.target().isPresent()).toList();
    if (!ofTarget.isEmpty()) {
      Writer target = new Writer(log, MeasuredResources.TARGET, start, endMillis);
      target.values(MeasuredResources.CPU, ofTarget, use(ProcessUse::cpuPercent));
      target.values(MeasuredResources.MEMORY, ofTarget, use(ProcessUse::memoryMb));
      target.presence(MeasuredResources.CPU_PRESENT, ofTarget);
      target.presence(MeasuredResources.MEMORY_PRESENT, ofTarget);
      target.atTheEnd(MeasuredResources.MEMORY_GROWTH, growth(ofTarget));
      target.atTheEnd(MeasuredResources.MEMORY_SLOPE, slope(ofTarget, start));
    }
    if (!samples.isEmpty()) {
      Writer injector = new Writer(log, MeasuredResources.INJECTOR, start, endMillis);
      injector.values(MeasuredResources.CPU, samples, own(InjectorUse::cpuPercent));
      injector.values(MeasuredResources.GC_PAUSES, samples, own(InjectorUse::gcMillis));
      injector.values(MeasuredResources.LAG, samples, own(InjectorUse::lagMillis));
      injector.values(MeasuredResources.STALL, samples, own(InjectorUse::stallMillis));
      List<ResourceSample> ofHost =
          samples.stream().filter(sample -> sample.host().isPresent()).toList();
      injector.values(
          MeasuredResources.OTHERS_CPU,
          ofHost,
          sample -> sample.host().orElseThrow().othersCpuPercent());
      Saturation saturation = saturation(samples, start);
      injector.atTheEnd(MeasuredResources.SATURATED, saturation.percent());
      injector.seconds(saturation);
      injector.atTheEnd(MeasuredResources.STALLED, stalledPercent(samples, endMillis));
    }
  }

  private static ToDoubleFunction<ResourceSample> use(ToDoubleFunction<ProcessUse> figure) {
    return sample -> figure.applyAsDouble(sample.target().orElseThrow());
  }

  private static ToDoubleFunction<ResourceSample> own(ToDoubleFunction<InjectorUse> figure) {
    return sample -> figure.applyAsDouble(sample.injector());
  }

  /** Writes metrics of the target or of the load generator; values are rounded up. */
  private record Writer(
      RunLogListener log, MeasuredUserType measured, Instant start, int endMillis) {

    void values(
        MeasuredMetric metric, List<ResourceSample> read, ToDoubleFunction<ResourceSample> figure)
        throws IOException {
      for (ResourceSample sample : read) {
        int atMillis = (int) Math.min(endMillis, millis(start, sample));
        write(metric, atMillis, figure.applyAsDouble(sample), true);
      }
    }

    /** One look per second of the run, whether or not anything was read in it. */
    void presence(MeasuredMetric metric, List<ResourceSample> read) throws IOException {
      int looks = Math.max(1, endMillis / 1_000);
      for (int look = 0; look < looks; look++) {
        write(metric, endMillis, 0, look < read.size());
      }
    }

    void seconds(Saturation saturation) throws IOException {
      for (Map.Entry<String, Integer> seconds : saturation.seconds().entrySet()) {
        GroupPath path = GroupPath.of(List.of(measured.group(), seconds.getKey()));
        log.group(path, endMillis, endMillis, seconds.getValue(), true);
      }
    }

    void atTheEnd(MeasuredMetric metric, double figure) throws IOException {
      write(metric, endMillis, figure, true);
    }

    private void write(MeasuredMetric metric, int atMillis, double figure, boolean ok)
        throws IOException {
      GroupPath path = GroupPath.of(List.of(measured.group(), metric.title()));
      log.group(path, atMillis, atMillis, (int) Math.ceil(figure), ok);
    }
  }

  private static long millis(Instant start, ResourceSample sample) {
    return Duration.between(start, sample.at()).toMillis();
  }

  /** Memory that was given back is no growth. */
  private static double growth(List<ResourceSample> read) {
    ToDoubleFunction<ResourceSample> memory = use(ProcessUse::memoryMb);
    double first = memory.applyAsDouble(read.get(0));
    double last = memory.applyAsDouble(read.get(read.size() - 1));
    return Math.max(0, last - first);
  }

  /** In MB per hour; memory that is given back has none. */
  private double slope(List<ResourceSample> samples, Instant start) {
    long warmMillis = (long) (settings.warmUp() * millis(start, samples.get(samples.size() - 1)));
    List<ResourceSample> warm =
        samples.stream().filter(sample -> millis(start, sample) >= warmMillis).toList();
    double perMilli =
        TheilSen.slope(
            warm.stream().mapToDouble(sample -> millis(start, sample)).toArray(),
            warm.stream().mapToDouble(use(ProcessUse::memoryMb)).toArray());
    return Math.max(0, perMilli * MILLIS_PER_HOUR);
  }

  /** Of the seconds after the first ones, in which the JVM loads and compiles what it runs. */
  private Saturation saturation(List<ResourceSample> samples, Instant start) {
    MonitorSettings.Busy limits = settings.busy();
    List<InjectorUse> uses =
        samples.stream()
            .filter(sample -> millis(start, sample) >= Saturation.WARM_UP.toMillis())
            .map(ResourceSample::injector)
            .toList();
    Predicate<InjectorUse> cpu = use -> use.cpuPercent() > limits.cpuPercent();
    Predicate<InjectorUse> gc = use -> use.gcMillis() > limits.gcPauses().toMillis();
    Predicate<InjectorUse> lag = use -> use.lagMillis() > limits.lag().toMillis();
    return new Saturation(
        uses.size(),
        count(uses, cpu.or(gc).or(lag)),
        count(uses, cpu),
        count(uses, gc),
        count(uses, lag));
  }

  private static int count(List<InjectorUse> uses, Predicate<InjectorUse> wanted) {
    return (int) uses.stream().filter(wanted).count();
  }

  /** Shorter stalls are the lag of timers. */
  private static double stalledPercent(List<ResourceSample> samples, int endMillis) {
    double stalled =
        samples.stream()
            .mapToDouble(sample -> sample.injector().stallMillis())
            .filter(millis -> millis >= LONG_STALL_MILLIS)
            .sum();
    return Math.min(100, 100 * stalled / Math.max(LONG_STALL_MILLIS, endMillis));
  }
}
