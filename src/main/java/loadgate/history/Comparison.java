package loadgate.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import loadgate.history.ComparedRun.Figures;
import loadgate.stats.BlockBootstrap;
import loadgate.stats.Difference;
import loadgate.stats.Holm;
import loadgate.stats.RequestPath;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;

/**
 * New runs compared with base runs.
 *
 * @param warmUp of each run, which was left out
 * @param notes what a reader has to know, each in one line
 * @param figures every measure of all requests, of each user type and of each request
 */
public record Comparison(
    ComparisonMethod method,
    List<ComparedRun> base,
    List<ComparedRun> changed,
    Duration warmUp,
    List<String> notes,
    List<ComparedFigure> figures) {

  /** Blocks, each a tenth of it, have to be longer than what disturbs neighbours alike. */
  private static final int LEAST_SECONDS = 50;

  private static final int ENOUGH_SECONDS = 120;

  private static final int LEAST_BLOCKS = BlockBootstrap.BLOCKS / 2;

  /**
   * Compares runs, of which the base and the new one are resampled if there is one of each.
   *
   * @param base at least one
   * @param changed at least one
   */
  public static Comparison of(List<ComparedRun> base, List<ComparedRun> changed, Duration warmUp) {
    ComparisonMethod method = ComparisonMethod.of(base.size(), changed.size());
    List<ComparedRun> all = Stream.concat(base.stream(), changed.stream()).toList();
    Set<RequestPath> paths = new LinkedHashSet<>();
    all.forEach(run -> paths.addAll(run.paths().keySet()));
    List<ComparedFigure> figures = new ArrayList<>();
    for (RequestPath path : paths) {
      for (ComparedMeasure measure : ComparedMeasure.values()) {
        figures.add(figure(method, path, measure, base, changed));
      }
    }
    List<String> notes = new ArrayList<>(RunMismatches.of(all));
    notes.addAll(RunMismatches.warnings(all));
    double seconds = all.stream().mapToDouble(ComparedRun::seconds).min().orElseThrow();
    if (method == ComparisonMethod.BLOCK_BOOTSTRAP && seconds < ENOUGH_SECONDS) {
      notes.add(
          "%s of load are few: where response times wander for seconds, unchanged runs are"
                  .formatted(ComparisonTable.seconds(seconds))
              + " called different more often. Compare runs of %s s, or several runs."
                  .formatted(ENOUGH_SECONDS));
    }
    return new Comparison(
        method, base, changed, warmUp, List.copyOf(notes), List.copyOf(corrected(figures)));
  }

  /** Those that are shown to differ. */
  List<ComparedFigure> differing() {
    return figures.stream().filter(ComparedFigure::differs).toList();
  }

  /** How many figures could be compared. */
  long compared() {
    return figures.stream().filter(figure -> figure.difference().isPresent()).count();
  }

  private static List<ComparedFigure> corrected(List<ComparedFigure> figures) {
    List<ComparedFigure> compared = new ArrayList<>(figures);
    compared.removeIf(figure -> figure.difference().isEmpty());
    double[] pValues =
        Holm.adjusted(
            compared.stream()
                .mapToDouble(figure -> figure.difference().orElseThrow().pValue())
                .toArray());
    List<ComparedFigure> corrected = new ArrayList<>();
    int next = 0;
    for (ComparedFigure figure : figures) {
      corrected.add(figure.difference().isPresent() ? figure.corrected(pValues[next++]) : figure);
    }
    return corrected;
  }

  private static ComparedFigure figure(
      ComparisonMethod method,
      RequestPath path,
      ComparedMeasure measure,
      List<ComparedRun> base,
      List<ComparedRun> changed) {
    List<Figures> ofBase = figures(path, base);
    List<Figures> ofNew = figures(path, changed);
    boolean onBothSides = !ofBase.isEmpty() && !ofNew.isEmpty();
    Optional<String> tooLittle =
        onBothSides
            ? Stream.of(
                    notInAllRuns(ofBase.size() + ofNew.size(), base.size() + changed.size()),
                    tooFewSamples(measure, ofBase, ofNew),
                    method == ComparisonMethod.BLOCK_BOOTSTRAP
                        ? tooShort(base.get(0), changed.get(0), path)
                        : Optional.<String>empty())
                .flatMap(Optional::stream)
                .findFirst()
            : Optional.empty();
    Optional<Difference> difference =
        onBothSides && tooLittle.isEmpty()
            ? Optional.of(method.difference(measure, ofBase, ofNew))
            : Optional.empty();
    return new ComparedFigure(
        path,
        measure,
        centre(method, measure, ofBase),
        centre(method, measure, ofNew),
        difference,
        tooLittle,
        1);
  }

  private static List<Figures> figures(RequestPath path, List<ComparedRun> runs) {
    return runs.stream().map(run -> run.paths().get(path)).filter(Objects::nonNull).toList();
  }

  private static OptionalDouble centre(
      ComparisonMethod method, ComparedMeasure measure, List<Figures> runs) {
    if (runs.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] values = ComparisonMethod.values(measure, runs);
    return OptionalDouble.of(
        method == ComparisonMethod.MANN_WHITNEY
            ? Median.withDefaults().evaluate(values)
            : Mean.of(values).getAsDouble());
  }

  private static Optional<String> notInAllRuns(int having, int all) {
    return having < all ? Optional.of("in %s of %s runs".formatted(having, all)) : Optional.empty();
  }

  private static Optional<String> tooFewSamples(
      ComparedMeasure measure, List<Figures> base, List<Figures> changed) {
    long fewest =
        Stream.concat(base.stream(), changed.stream())
            .mapToLong(run -> run.summary().count())
            .min()
            .orElseThrow();
    return fewest < measure.minSamples()
        ? Optional.of("%s samples, %s needed".formatted(fewest, measure.minSamples()))
        : Optional.empty();
  }

  private static Optional<String> tooShort(
      ComparedRun base, ComparedRun changed, RequestPath path) {
    double seconds = Math.min(base.seconds(), changed.seconds());
    if (seconds < LEAST_SECONDS) {
      return Optional.of(
          "%s of load, %s s needed".formatted(ComparisonTable.seconds(seconds), LEAST_SECONDS));
    }
    int blocks = Math.min(blocks(base, path), blocks(changed, path));
    return blocks < LEAST_BLOCKS
        ? Optional.of(
            "samples in %s of %s blocks, %s needed"
                .formatted(blocks, BlockBootstrap.BLOCKS, LEAST_BLOCKS))
        : Optional.empty();
  }

  private static int blocks(ComparedRun run, RequestPath path) {
    return run.paths().get(path).spread().orElseThrow().blocks();
  }
}
