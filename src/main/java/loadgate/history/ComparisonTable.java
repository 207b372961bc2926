package loadgate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loadgate.model.Decimal;
import loadgate.model.Unit;
import loadgate.report.Markdown;
import loadgate.report.OneLine;
import loadgate.stats.Difference;
import loadgate.stats.RequestPath;

/** A comparison of runs for people, as text or Markdown. */
public record ComparisonTable(Comparison comparison) {

  private static final List<String> HEADER =
      List.of("", "base", "new", "difference", "95 % interval", "verdict");

  /** For the console, the outcome last. */
  public String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    RequestPath path = null;
    for (ComparedFigure figure : comparison.figures()) {
      if (!figure.path().equals(path)) {
        path = figure.path();
        rows.add(List.of(path.title()));
      }
      rows.add(cells("  " + figure.measure().title(), figure));
    }
    return lines("", runs())
        + "\n"
        + aligned(rows)
        + "\n"
        + lines("", explanations())
        + "\n"
        + outcome()
        + "\n"
        + lines("  ", differences());
  }

  /** For a comment on a pull request, the outcome first and the table folded. */
  public String markdown() {
    UnaryOperator<String> escape = Markdown::escape;
    StringBuilder text = new StringBuilder("**" + escape.apply(outcome()) + "**\n\n");
    text.append(lines("- ", differences().stream().map(escape).toList())).append('\n');
    text.append("<details><summary>All figures</summary>\n\n");
    text.append(lines("- ", runs().stream().map(escape).toList())).append('\n');
    text.append(markdownRow(HEADER)).append(markdownRow(HEADER.stream().map(c -> "---").toList()));
    for (ComparedFigure figure : comparison.figures()) {
      String name = figure.path().title() + " " + figure.measure().title();
      text.append(markdownRow(cells(name, figure).stream().map(escape).toList()));
    }
    text.append('\n').append(lines("- ", explanations().stream().map(escape).toList()));
    return text.append("\n</details>\n").toString();
  }

  /** How many comparisons show a difference. */
  public String outcome() {
    long compared = comparison.compared();
    long not = comparison.figures().size() - compared;
    return "%s of %s comparisons show%s a difference"
            .formatted(
                comparison.differing().size(),
                compared,
                comparison.differing().size() == 1 ? "s" : "")
        + (not == 0 ? "" : "; %s figures could not be compared".formatted(not));
  }

  private List<String> differences() {
    return comparison.differing().stream()
        .map(
            figure ->
                "%s %s: %s, %s"
                    .formatted(
                        figure.path().title(),
                        figure.measure().title(),
                        figure.verdict(),
                        differenceText(figure)))
        .toList();
  }

  private List<String> runs() {
    List<String> runs = new ArrayList<>();
    comparison.base().forEach(run -> runs.add("base " + describe(run)));
    comparison.changed().forEach(run -> runs.add("new  " + describe(run)));
    return runs;
  }

  private static String describe(ComparedRun run) {
    return "%s: %s%s, %s, %s requests in %s"
        .formatted(
            run.name(),
            run.simulation(),
            run.profile().map(profile -> " " + profile).orElse(""),
            run.outcome().header().start(),
            run.requests(),
            seconds(run.seconds()));
  }

  private List<String> explanations() {
    List<String> lines = new ArrayList<>();
    ComparisonMethod method = comparison.method();
    lines.add("method: %s: %s".formatted(method.title(), method.procedure()));
    lines.add("limits: " + method.limits());
    lines.add(
        comparison.warmUp().isZero()
            ? "warm-up: counted like the rest"
            : "warm-up: the first %s of each run are left out"
                .formatted(seconds(comparison.warmUp().toMillis() / 1e3)));
    lines.add(
        "verdict: at a level of 5 %% for the whole table of %s comparisons (Holm)"
            .formatted(comparison.compared()));
    lines.add("95 % interval: of its line alone");
    comparison.notes().forEach(note -> lines.add("note: " + note));
    return lines;
  }

  private static List<String> cells(String name, ComparedFigure figure) {
    Unit unit = figure.measure().unit();
    return List.of(
        name,
        text(unit, figure.base()),
        text(unit, figure.changed()),
        differenceText(figure),
        figure.difference().map(difference -> interval(unit, difference)).orElse(""),
        figure.verdict() + figure.tooLittle().map(why -> " (" + why + ")").orElse(""));
  }

  private static String text(Unit unit, OptionalDouble value) {
    return value.isPresent() ? unit.text(value.getAsDouble()) : "-";
  }

  private static String differenceText(ComparedFigure figure) {
    if (figure.change().isEmpty()) {
      return "";
    }
    String difference = change(figure.measure().unit(), figure.change().getAsDouble());
    OptionalDouble percent = figure.percent();
    return percent.isPresent() && percent.getAsDouble() != 0
        ? difference + " (" + signed(Math.round(10 * percent.getAsDouble()) / 10.0) + " %)"
        : difference;
  }

  /** Nothing for a figure that never varied, and so says nothing about its uncertainty. */
  private static String interval(Unit unit, Difference difference) {
    return difference.low() == difference.high()
        ? ""
        : signed(difference.low()) + " to " + change(unit, difference.high());
  }

  /** A change of a percentage is in points, lest it be taken for a percentage of it. */
  private static String change(Unit unit, double value) {
    return signed(value) + (unit == Unit.PERCENT ? " points" : unit.suffix());
  }

  private static String signed(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return (rounded > 0 ? "+" : "") + Decimal.text(rounded);
  }

  /** For people, with one decimal at most. */
  static String seconds(double value) {
    return Decimal.text(Math.round(value * 10) / 10.0) + " s";
  }

  private static String lines(String prefix, List<String> lines) {
    return lines.stream()
        .map(line -> prefix + OneLine.of(line) + "\n")
        .collect(Collectors.joining());
  }

  private static String markdownRow(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Columns as wide as their cells; a row of one cell is a heading. */
  private static String aligned(List<List<String>> cells) {
    List<List<String>> rows =
        cells.stream().map(row -> row.stream().map(OneLine::of).toList()).toList();
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(
                column ->
                    rows.stream()
                        .filter(row -> row.size() > 1)
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                        .mapToObj(
                            i ->
                                row.get(i)
                                    + " ".repeat(Math.max(0, widths[i] - row.get(i).length())))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                    + "\n")
        .collect(Collectors.joining());
  }
}
