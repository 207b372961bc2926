package backend.agent;

/**
 * A change of quality. It is judged by the rounded percentage that the client is told, so that a
 * check of the answer comes to the same result.
 *
 * @param before above 0
 */
record QualityChange(double before, double after) {

  /** The change in percent of the quality before, with two decimals. */
  double percent() {
    return ScoredAnswer.rounded(100 * (after - before) / before);
  }

  boolean isRegression() {
    return percent() < -5;
  }

  /** Whether the change may go live: {@code approve}, {@code manual_review} or {@code reject}. */
  String decision() {
    double percent = percent();
    return percent > -2 ? "approve" : percent >= -5 ? "manual_review" : "reject";
  }
}
