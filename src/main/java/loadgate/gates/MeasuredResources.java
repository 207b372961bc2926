package loadgate.gates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.model.Measure;
import loadgate.model.Unit;

/**
 * What is measured of the target's process and of the load generator. In settings and reports each
 * of the two has metrics as a user type has them.
 */
public final class MeasuredResources {

  public static final MeasuredMetric CPU = values("cpu", "CPU (%)", Unit.PERCENT);
  public static final MeasuredMetric CPU_PRESENT = marker(CPU);
  public static final MeasuredMetric MEMORY = values("memory", "Memory (MB)", Unit.MEGABYTES);
  public static final MeasuredMetric MEMORY_PRESENT = marker(MEMORY);

  /** From the first reading of the run to the last. */
  public static final MeasuredMetric MEMORY_GROWTH =
      values("memory-growth", "Memory growth (MB)", Unit.MEGABYTES);

  /** The trend after the warm-up. */
  public static final MeasuredMetric MEMORY_SLOPE =
      values("memory-slope", "Memory slope (MB/h)", Unit.MEGABYTES_PER_HOUR);

  public static final MeasuredMetric GC_PAUSES =
      values("gc-pauses", "GC pauses (ms)", Unit.MILLISECONDS);
  public static final MeasuredMetric LAG = values("lag", "Timer lag (ms)", Unit.MILLISECONDS);

  /** Of all other processes of its machine, a target there among them. */
  public static final MeasuredMetric OTHERS_CPU =
      values("others-cpu", "CPU of others (%)", Unit.PERCENT);

  /** How long the load generator stood still at a time at most, once per second. */
  public static final MeasuredMetric STALL = values("stall", "Stall (ms)", Unit.MILLISECONDS);

  /** The share of the judged seconds in which the load generator was too busy. */
  public static final MeasuredMetric SATURATED = values("saturated", "Saturated (%)", Unit.PERCENT);

  /** The share of the run in which the load generator stood still for long. */
  public static final MeasuredMetric STALLED = values("stalled", "Stalled (%)", Unit.PERCENT);

  public static final MeasuredUserType TARGET =
      new MeasuredUserType(
          "target",
          "Target",
          List.of(CPU, CPU_PRESENT, MEMORY, MEMORY_PRESENT, MEMORY_GROWTH, MEMORY_SLOPE));

  public static final MeasuredUserType INJECTOR =
      new MeasuredUserType(
          "injector",
          "Injector",
          List.of(CPU, OTHERS_CPU, GC_PAUSES, LAG, STALL, SATURATED, STALLED));

  /** Both, in the order in which tables list them. */
  public static final List<MeasuredUserType> ALL = List.of(TARGET, INJECTOR);

  /** Their names, which no user type may have. */
  public static final Set<String> NAMES =
      ALL.stream().map(MeasuredUserType::name).collect(Collectors.toUnmodifiableSet());

  private MeasuredResources() {}

  private static MeasuredMetric values(String name, String title, Unit unit) {
    return new MeasuredMetric(name, title, Optional.of(unit));
  }

  private static MeasuredMetric marker(MeasuredMetric values) {
    return new MeasuredMetric(
        Measure.markerRate(values.name()), values.title() + " present", Optional.empty());
  }
}
