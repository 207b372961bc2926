package loadgate.history;

import java.util.List;
import loadgate.history.ComparedRun.Figures;
import loadgate.stats.BlockBootstrap;
import loadgate.stats.BlockBootstrap.Spread;
import loadgate.stats.Difference;

/** How the difference between base runs and new runs is judged; their numbers decide. */
public enum ComparisonMethod {
  /** Of two single runs, which have to say by themselves how their figures vary. */
  BLOCK_BOOTSTRAP(
      "block bootstrap",
      "%s resamples of each run from %s blocks of a tenth of it; Welch's t"
          .formatted(BlockBootstrap.RESAMPLES, BlockBootstrap.BLOCKS),
      "says whether these two runs differ, not how much unchanged runs differ from each other") {
    @Override
    Difference difference(ComparedMeasure measure, List<Figures> base, List<Figures> changed) {
      Spread ofBase = base.get(0).spread().orElseThrow();
      Spread ofNew = changed.get(0).spread().orElseThrow();
      return Difference.ofVariances(
          values(measure, changed)[0] - values(measure, base)[0],
          Math.max(ofRounding(measure, base), variance(measure, ofBase)),
          ofBase.blocks() - 1,
          Math.max(ofRounding(measure, changed), variance(measure, ofNew)),
          ofNew.blocks() - 1);
    }
  },

  /**
   * Of a few runs. Mann–Whitney could not reject anything here: with five runs on each side its
   * p-value is 0.8 % at least, far from what is left of 5 % for one of a hundred comparisons. A
   * bootstrap of so few runs is too narrow.
   */
  STUDENT(
      "Student's t",
      "one figure per run; base and new are their means",
      "takes the figures of unchanged runs for normally distributed") {
    @Override
    Difference difference(ComparedMeasure measure, List<Figures> base, List<Figures> changed) {
      return Difference.ofMeans(
          values(measure, base),
          values(measure, changed),
          Math.max(ofRounding(measure, base), ofRounding(measure, changed)));
    }
  },

  /** With nine runs on each side the least p-value is 0.004 %, enough for 1,200 comparisons. */
  MANN_WHITNEY(
      "Mann–Whitney test, Hodges–Lehmann estimate",
      "one figure per run; base and new are their medians, the difference is the median of all"
          + " pairs",
      "takes the runs of a side for independent of each other") {
    @Override
    Difference difference(ComparedMeasure measure, List<Figures> base, List<Figures> changed) {
      Difference difference = Difference.ofRanks(values(measure, base), values(measure, changed));
      double resolution = Math.max(resolution(measure, base), resolution(measure, changed));
      return Math.abs(difference.estimate()) > resolution
          ? difference
          : new Difference(difference.estimate(), difference.low(), difference.high(), 1);
    }
  };

  private static final int RUNS_TO_RANK = 9;

  private final String title;
  private final String procedure;
  private final String limits;

  ComparisonMethod(String title, String procedure, String limits) {
    this.title = title;
    this.procedure = procedure;
    this.limits = limits;
  }

  /** The method for so many runs. */
  public static ComparisonMethod of(int base, int changed) {
    if (base == 1 && changed == 1) {
      return BLOCK_BOOTSTRAP;
    }
    return Math.min(base, changed) >= RUNS_TO_RANK ? MANN_WHITNEY : STUDENT;
  }

  String title() {
    return title;
  }

  /** What is done with the figures. */
  String procedure() {
    return procedure;
  }

  /** What has to be kept in mind of it. */
  String limits() {
    return limits;
  }

  /**
   * @param base of each base run
   * @param changed of each new run
   */
  abstract Difference difference(
      ComparedMeasure measure, List<Figures> base, List<Figures> changed);

  static double[] values(ComparedMeasure measure, List<Figures> runs) {
    return runs.stream().mapToDouble(run -> measure.of(run.summary())).toArray();
  }

  private static double variance(ComparedMeasure measure, Spread spread) {
    return spread.variances().get(measure.ordinal());
  }

  /** The variance of what rounding to the resolution adds, which no figure can be below. */
  private static double ofRounding(ComparedMeasure measure, List<Figures> runs) {
    return Math.pow(resolution(measure, runs), 2) / 12;
  }

  private static double resolution(ComparedMeasure measure, List<Figures> runs) {
    return runs.stream().mapToDouble(run -> measure.resolution(run.summary())).max().orElseThrow();
  }
}
