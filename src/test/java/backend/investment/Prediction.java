package backend.investment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a price may go: a straight line through the logarithms of the closes, fitted by least
 * squares and prolonged.
 *
 * @param confidenceScore share of the variance that the line explains (R squared), 0..1
 * @param riskScore how far the closes lie off the line, 0..100
 */
record Prediction(
    @JsonProperty("price_prediction_30d") double in30Days,
    double confidenceScore,
    double riskScore) {

  /** {@code closes} are at least two, the oldest first. */
  static Prediction of(double... closes) {
    int n = closes.length;
    double meanX = (n - 1) / 2.0;
    double meanY = 0;
    for (double close : closes) {
      meanY += Math.log(close) / n;
    }
    double covariance = 0;
    double varianceX = 0;
    double varianceY = 0;
    for (int x = 0; x < n; x++) {
      double dx = x - meanX;
      double dy = Math.log(closes[x]) - meanY;
      covariance += dx * dy;
      varianceX += dx * dx;
      varianceY += dy * dy;
    }
    double slope = covariance / varianceX;
    double explained = varianceY == 0 ? 0 : Math.min(1, covariance * slope / varianceY);
    double offLine = Math.sqrt(varianceY * (1 - explained) / n);
    double lastOnLine = meanY + slope * (n - 1 - meanX);
    return new Prediction(
        Math.exp(lastOnLine + 30 * slope), explained, 100 * Math.tanh(5 * offLine));
  }
}
