package backend.stocks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much stocks move together over a period: each one against each, -1..1. */
record Correlation(List<String> tickers, String period, Map<String, Map<String, Double>> matrix) {

  static Correlation of(Map<String, PriceSeries> prices, Period period) {
    Map<String, Map<String, Double>> matrix = new LinkedHashMap<>();
    prices.forEach(
        (ticker, series) -> {
          Map<String, Double> line = new LinkedHashMap<>();
          prices.forEach((other, others) -> line.put(other, series.correlation(others)));
          line.put(ticker, 1.0);
          matrix.put(ticker, line);
        });
    return new Correlation(List.copyOf(prices.keySet()), period.code(), matrix);
  }
}
