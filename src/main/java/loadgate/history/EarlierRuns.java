package loadgate.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import loadgate.gates.RegressionLimits;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.settings.RegressionSettings;
import loadgate.stats.PredictionBound;

/**
 * The runs that one that is about to start can be compared with, and the limits that follow.
 *
 * @param runs those that passed, oldest first
 * @param saved the baseline, if it is comparable
 */
record EarlierRuns(
    RegressionSettings settings, List<HistoryEntry> runs, Optional<HistoryEntry> saved) {

  /** Requests that a run must have sent for its figures to mean something. */
  private static final int LEAST_REQUESTS = 20;

  /** A response time of 0 ms is one below a millisecond. */
  private static final double LEAST_MILLIS = 0.5;

  /**
   * One figure of all of the runs.
   *
   * @param userType empty for all requests
   * @param values in the unit of the measure, one of each run
   */
  private record Figure(Optional<String> userType, Measure measure, double[] values) {

    double median() {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
  }

  /** Those of a history that come after the baseline, which is the new usual. */
  static EarlierRuns of(
      RegressionSettings settings,
      Comparability own,
      List<HistoryEntry> history,
      Optional<HistoryEntry> baseline) {
    Optional<HistoryEntry> saved = baseline.filter(run -> Comparability.of(run).equals(own));
    List<HistoryEntry> passed =
        history.stream()
            .filter(run -> run.verdict().compareTo(Verdict.WARN) <= 0)
            .filter(run -> Comparability.of(run).equals(own))
            .filter(run -> saved.isEmpty() || !run.time().isBefore(saved.get().time()))
            .toList();
    int newest = Math.max(0, passed.size() - settings.maxRuns());
    return new EarlierRuns(settings, passed.subList(newest, passed.size()), saved);
  }

  /**
   * Limits on the figures of all requests and of the user types.
   *
   * @param groups the names of the user types in the report, by those in the settings
   */
  RegressionLimits limits(Map<String, String> groups) {
    if (isEnough()) {
      String since = runs.get(0).timeText();
      return limits(runs, groups, "%s comparable runs since %s".formatted(runs.size(), since));
    }
    return saved
        .map(run -> limits(List.of(run), groups, "the baseline of " + run.timeText()))
        .orElseGet(
            () ->
                RegressionLimits.none(
                    "no baseline: %s of %s comparable runs"
                        .formatted(runs.size(), settings.minRuns())));
  }

  /** Whether they say how much runs scatter. */
  private boolean isEnough() {
    return runs.size() >= settings.minRuns();
  }

  private RegressionLimits limits(
      List<HistoryEntry> compared, Map<String, String> groups, String basis) {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures(compared, Optional.empty(), HistoryEntry::requests));
    groups.forEach(
        (name, group) -> {
          figures.addAll(figures(compared, Optional.of(name), run -> run.userTypes().get(group)));
          figures.addAll(hitRates(compared, name, group));
        });
    if (figures.isEmpty()) {
      return RegressionLimits.none(
          "nothing to compare: fewer than %s requests in %s".formatted(LEAST_REQUESTS, basis));
    }
    // Šidák (1967): so that all of them together pass with the confidence of the run.
    double confidence = Math.pow(settings.confidence(), 1.0 / figures.size());
    return new RegressionLimits(
        figures.stream()
            .map(figure -> limits(figure, confidence, basis))
            .flatMap(Optional::stream)
            .toList(),
        basis);
  }

  private List<Figure> figures(
      List<HistoryEntry> compared,
      Optional<String> userType,
      Function<HistoryEntry, RequestFigures> requests) {
    return RegressionSettings.MEASURES.stream()
        .map(
            measure ->
                figure(
                    compared,
                    userType,
                    measure,
                    run ->
                        Optional.ofNullable(requests.apply(run))
                            .filter(sent -> sent.count() >= LEAST_REQUESTS)
                            .map(sent -> OptionalDouble.of(sent.of(measure)))
                            .orElse(OptionalDouble.empty())))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Figure> hitRates(List<HistoryEntry> compared, String userType, String group) {
    return compared.get(compared.size() - 1).gates().stream()
        .filter(gate -> isIn(group, gate))
        .map(gate -> Measure.named(gate.measure(), gate.unit()))
        .filter(measure -> measure.isShare() && measure.metric().isPresent())
        .filter(measure -> !measure.isMarkerRate() && !measure.isRegression())
        .map(measure -> figure(compared, Optional.of(userType), measure, rate(group, measure)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Function<HistoryEntry, OptionalDouble> rate(String group, Measure measure) {
    return run ->
        run.gates().stream()
            .filter(gate -> isIn(group, gate))
            .filter(gate -> gate.measure().equals(measure.name()))
            .filter(gate -> gate.samples() >= LEAST_REQUESTS)
            .map(GateFigures::actual)
            .findFirst()
            .orElse(OptionalDouble.empty());
  }

  private static boolean isIn(String group, GateFigures gate) {
    return !gate.path().isEmpty() && gate.path().get(0).equals(group);
  }

  /** Of the runs that have it, if these are enough. */
  private Optional<Figure> figure(
      List<HistoryEntry> compared,
      Optional<String> userType,
      Measure measure,
      Function<HistoryEntry, OptionalDouble> value) {
    double[] values =
        compared.stream()
            .map(value)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return values.length >= Math.min(compared.size(), settings.minRuns())
        ? Optional.of(new Figure(userType, measure, values))
        : Optional.empty();
  }

  /** Nothing when no figure can be that bad. */
  private Optional<GateLimits> limits(Figure figure, double confidence, String basis) {
    Measure measure = figure.measure().againstEarlierRuns();
    double limit = limit(figure, confidence);
    boolean reachable =
        measure.direction() == Direction.BELOW
            ? measure.unit() != Unit.PERCENT || limit < 100
            : limit > 0;
    return reachable
        ? Optional.of(
            new GateLimits(
                figure.userType(),
                Optional.empty(),
                measure,
                Optional.of(new Limit(measure.direction(), true, limit)),
                Optional.empty(),
                1,
                OptionalDouble.of(figure.median()),
                Optional.empty(),
                basis))
        : Optional.empty();
  }

  /**
   * The bound of what is to be expected, but never closer to the usual than the tolerance. Times
   * are taken for log-normal. The limit is one of the whole numbers that are recorded.
   */
  private double limit(Figure figure, double confidence) {
    Measure measure = figure.measure();
    boolean upper = measure.direction() == Direction.BELOW;
    double median = figure.median();
    RegressionSettings.Tolerance tolerance = settings.tolerance(measure);
    double slack = Math.max(tolerance.share() * median, tolerance.floor());
    double limit = upper ? median + slack : median - slack;
    if (isEnough()) {
      double bound = bound(figure, upper, confidence);
      limit = upper ? Math.max(limit, bound) : Math.min(limit, bound);
    }
    int steps = measure.againstEarlierRuns().steps();
    return (upper ? Math.floor(limit * steps) : Math.ceil(limit * steps)) / steps;
  }

  private static double bound(Figure figure, boolean upper, double confidence) {
    DoubleStream values = DoubleStream.of(figure.values());
    if (figure.measure().unit() == Unit.MILLISECONDS) {
      double[] logs = values.map(value -> Math.log(Math.max(LEAST_MILLIS, value))).toArray();
      return Math.exp(PredictionBound.upper(logs, confidence));
    }
    return upper
        ? PredictionBound.upper(figure.values(), confidence)
        : -PredictionBound.upper(values.map(value -> -value).toArray(), confidence);
  }
}
