package loadgate.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sums of metrics in Prometheus' text format or in OpenMetrics, by name, whatever their labels.
 */
record MetricsText(Map<String, Double> sums) {

  // Braces and escaped quotes may stand in the values of labels, and an exemplar has labels too.
  private static final String LABELS = "\\{(?:[^\"}]++|\"(?:[^\"\\\\]++|\\\\.)*+\")*+\\}";

  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\s*" + LABELS + ")?\\s+(\\S+)(?:\\s+.*)?");

  static MetricsText of(String text) {
    Map<String, Double> sums = new HashMap<>();
    for (String line : text.split("\\R")) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        number(sample.group(2)).ifPresent(value -> sums.merge(sample.group(1), value, Double::sum));
      }
    }
    return new MetricsText(Map.copyOf(sums));
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** The first of these that there is, in seconds or in bytes as its name says. */
  OptionalDouble first(List<String> names) {
    return names.stream()
        .filter(sums::containsKey)
        .mapToDouble(name -> sums.get(name) * factor(name))
        .findFirst();
  }

  private static double factor(String name) {
    return name.matches(".*_ns(_total)?") ? 1e-9 : 1;
  }
}
