package backend.analysis;

import backend.stocks.PriceSeries;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where the price may go: a straight line through the logarithms of the closes, fitted by least
 * squares and prolonged.
 *
 * @param confidenceScore share of the variance that the line explains (R squared), 0..1
 * @param riskScore 0..100
 */
public record PredictionBlock(
    @JsonProperty("price_prediction_1d") double pricePrediction1d,
    @JsonProperty("price_prediction_7d") double pricePrediction7d,
    @JsonProperty("price_prediction_30d") double pricePrediction30d,
    double confidenceScore,
    double predictedVolatility,
    double riskScore,
    List<String> patternRecognition,
    boolean anomalyDetection,
    String trendPrediction) {

  /** A last price this many standard errors off the line is called an anomaly. */
  private static final double ANOMALY = 2;

  /** The model's answer to a series of closes. */
  public static PredictionBlock of(PriceSeries prices) {
    int n = prices.length();
    double meanX = (n - 1) / 2.0;
    double meanY = 0;
    for (int x = 0; x < n; x++) {
      meanY += Math.log(prices.close(x)) / n;
    }
    double covariance = 0;
    double varianceX = 0;
    double varianceY = 0;
    for (int x = 0; x < n; x++) {
      double dx = x - meanX;
      double dy = Math.log(prices.close(x)) - meanY;
      covariance += dx * dy;
      varianceX += dx * dx;
      varianceY += dy * dy;
    }
    double slope = PriceSeries.ratio(covariance, varianceX);
    double explained = Math.min(1, PriceSeries.ratio(covariance * slope, varianceY));
    double error = Math.sqrt(varianceY * (1 - explained) / n);
    double lastOnLine = meanY + slope * (n - 1 - meanX);
    double offLine = Math.abs(Math.log(prices.last()) - lastOnLine);
    double volatility = prices.volatility();
    return new PredictionBlock(
        Math.exp(lastOnLine + slope),
        Math.exp(lastOnLine + 7 * slope),
        Math.exp(lastOnLine + 30 * slope),
        explained,
        volatility,
        Math.min(100, 100 * volatility),
        List.of(slope > 0 ? "rising channel" : "falling channel"),
        offLine > ANOMALY * error,
        slope > 0 ? "upward" : "downward");
  }
}
