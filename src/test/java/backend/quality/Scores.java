package backend.quality;

/** How scores and percentages are told, and what is decided from them: with two decimals. */
public final class Scores {

  static final double MOST = 100;

  private Scores() {}

  public static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }

  /** At most {@value #MOST}. */
  static double capped(double score) {
    return Math.min(MOST, score);
  }
}
