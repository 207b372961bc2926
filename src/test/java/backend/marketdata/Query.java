package backend.marketdata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A query: the symbols and the metrics that it asks for. */
record Query(List<String> symbols, List<String> metrics) {

  private static final String SYMBOL = "[A-Z][A-Z0-9]{0,9}";
  private static final String METRIC =
      "(PRICE|VOLUME|MARKETCAP|PE|EPS|BETA|RSI|MACD|SMA DAYS|VOLATILITY\\(DAYSd\\))";

  private static final List<Pattern> FORMS =
      Stream.of(
              "GET (?<metrics>PRICE) FOR (?<symbols>SYMBOL)",
              "EVALUATE (?<symbols>SYMBOL): (?<metrics>METRIC(, METRIC)*)",
              "COMPARE (?<symbols>SYMBOL( vs SYMBOL)+) ON: (?<metrics>METRIC(, METRIC)*)",
              "COMPARE (?<symbols>SYMBOL(, SYMBOL)+) BY (?<metrics>METRIC(, METRIC)*)",
              "CORRELATE (?<symbols>SYMBOL) (?<metrics>WITH SYMBOL WINDOW DAYSd)",
              "ANALYZE (?<symbols>SYMBOL) FOR (?<metrics>SENTIMENT)")
          .map(form -> form.replace("METRIC", METRIC).replace("DAYS", "[1-9]\\d{0,2}"))
          .map(form -> Pattern.compile(form.replace("SYMBOL", SYMBOL)))
          .toList();

  /**
   * Reads a query.
   *
   * @throws MarketDataException if the text has none of the forms of a query
   */
  static Query parse(String text) {
    return FORMS.stream()
        .map(form -> form.matcher(text.strip()))
        .filter(Matcher::matches)
        .findFirst()
        .map(query -> new Query(list(query, "symbols"), list(query, "metrics")))
        .orElseThrow(() -> MarketDataException.invalidQuery(text));
  }

  private static List<String> list(Matcher query, String group) {
    return Stream.of(query.group(group).split(", | vs ")).distinct().toList();
  }

  /**
   * The values for one symbol by metric; null for what the asset does not have.
   *
   * @throws MarketDataException if there is no data for a symbol
   */
  Map<String, Object> values(String symbol, MarketData data) {
    Asset asset = Asset.known(symbol);
    DailyCandles history = data.history(asset);
    Map<String, Object> values = new LinkedHashMap<>();
    metrics.forEach(metric -> values.put(metric, value(metric, asset, history, data)));
    return values;
  }

  private static Object value(String metric, Asset asset, DailyCandles history, MarketData data) {
    String[] words = metric.split("\\W");
    return switch (words[0]) {
      case "PRICE" -> data.price(asset.symbol()).price();
      case "MARKETCAP" -> asset.marketCap();
      case "PE" -> asset.peRatio();
      case "EPS" -> asset.peRatio() == null ? null : asset.lastPrice() / asset.peRatio();
      case "BETA" -> asset.beta();
      case "VOLUME" -> history.last().volume();
      case "RSI" -> history.rsi();
      case "MACD" -> history.average(12) - history.average(26);
      case "SMA" -> history.average(days(words[1]));
      case "VOLATILITY" -> history.volatility(days(words[1]));
      case "WITH" -> history.correlation(data.history(Asset.known(words[1])), days(words[3]));
      case "SENTIMENT" -> Math.tanh(3 * history.change(63));
      default -> throw new IllegalArgumentException(metric);
    };
  }

  private static int days(String text) {
    return Integer.parseInt(text.replace("d", ""));
  }
}
