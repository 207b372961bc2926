package loadgate.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loadgate.model.Measure;
import loadgate.model.Unit;

/**
 * When a figure is worse than in earlier runs.
 *
 * @param enabled whether a run is compared with earlier ones at all
 * @param confidence 0..1, with which a run of an unchanged target passes all of its comparisons
 * @param minRuns how many comparable runs it takes to learn how much they scatter, at least 3
 * @param maxRuns how many of them count, the newest
 * @param tolerances by the name of the measure; that of all hit rates is {@link #HIT_RATE}
 */
public record RegressionSettings(
    boolean enabled,
    double confidence,
    int minRuns,
    int maxRuns,
    Map<String, Tolerance> tolerances) {

  public static final String HIT_RATE = "hit-rate";

  private static final int LEAST_RUNS = 3;

  private static final List<String> KEYS = List.of("enabled", "confidence", "min-runs", "max-runs");

  /** The measures of requests that are compared, in the order of tables. */
  public static final List<Measure> MEASURES =
      List.of(
          Measure.of("p50"),
          Measure.of("p95"),
          Measure.of("p99"),
          Measure.typicalTime(),
          Measure.of("failure-rate"),
          Measure.of("throughput"));

  /**
   * What is never called worse.
   *
   * @param share of the usual figure, 0..1
   * @param floor in the unit of the measure
   */
  public record Tolerance(double share, double floor) {}

  /** That of a measure of requests or of a hit rate. */
  public Tolerance tolerance(Measure measure) {
    return tolerances.get(measure.isHitRate() ? HIT_RATE : measure.name());
  }

  static RegressionSettings read(Section regression) {
    Map<String, Unit> units = new LinkedHashMap<>();
    MEASURES.forEach(measure -> units.put(measure.name(), measure.unit()));
    units.put(HIT_RATE, Unit.PERCENT);
    List<String> allowed = new ArrayList<>(KEYS);
    allowed.addAll(units.keySet());
    regression.only(allowed.toArray(String[]::new));
    Map<String, Tolerance> tolerances = new LinkedHashMap<>();
    units.forEach(
        (name, unit) -> {
          Section measure = regression.section(name).only("tolerance", "floor");
          tolerances.put(
              name,
              new Tolerance(measure.percent("tolerance", 0) / 100, measure.amount("floor", unit)));
        });
    int minRuns = regression.wholeNumber("min-runs", LEAST_RUNS);
    return new RegressionSettings(
        regression.flag("enabled"),
        regression.percent("confidence", 50) / 100,
        minRuns,
        regression.wholeNumber("max-runs", minRuns),
        tolerances);
  }
}
