package loadgate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV as in RFC 4180, but with Unix line ends, and a row is one line. */
final class Csv {

  private final List<String> rows = new ArrayList<>();

  Csv(String... columns) {
    row(List.of(columns));
  }

  void row(List<?> cells) {
    rows.add(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
  }

  String text() {
    return String.join("\n", rows) + "\n";
  }

  private static String cell(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String text = OneLine.of(value.toString());
    // A spreadsheet would take it for a formula and run it.
    String harmless = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.chars().anyMatch(c -> ",\"".indexOf(c) >= 0)
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
