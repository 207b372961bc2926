package backend.validation;

/**
 * A decision on a change in quality.
 *
 * @param confidence 0..1
 */
record Judgement(Decision decision, double confidence, String reason) {

  /**
   * @param percent the change in percent of the quality before
   */
  static Judgement of(double percent) {
    if (percent > 0) {
      return new Judgement(Decision.APPROVE, 0.85, "quality rises");
    }
    if (percent > -2) {
      return new Judgement(Decision.APPROVE, 0.90, "quality stays within 2 %");
    }
    if (percent == -2) {
      return new Judgement(Decision.MANUAL_REVIEW, 0.60, "quality drops by 2 %");
    }
    if (percent >= -5) {
      return new Judgement(Decision.MANUAL_REVIEW, 0.70, "quality drops by 2 % to 5 %");
    }
    return new Judgement(Decision.REJECT, 0.95, "quality drops by more than 5 %");
  }
}
