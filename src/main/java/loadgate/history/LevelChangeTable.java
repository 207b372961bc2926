package loadgate.history;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loadgate.report.Html;
import loadgate.report.OneLine;
import loadgate.stats.ChangePoints;

/** Where the figures of gates changed their levels, newest first. */
public final class LevelChangeTable {

  private static final List<String> COLUMNS =
      List.of(
          "Gate",
          "Simulation",
          "Profile",
          "First run (UTC)",
          "Commit",
          "Mean before",
          "Mean after",
          "Change",
          "p-value",
          "Also changed");

  private final List<LevelChange> changes;

  private LevelChangeTable(List<LevelChange> changes) {
    this.changes = changes;
  }

  static LevelChangeTable of(Stream<GateTrend> trends) {
    return new LevelChangeTable(
        trends
            .flatMap(trend -> trend.changes().stream())
            .sorted(Comparator.comparing((LevelChange change) -> change.first().time()).reversed())
            .toList());
  }

  /** For the console. */
  public String text() {
    if (changes.isEmpty()) {
      return none() + "\n";
    }
    List<List<String>> rows =
        Stream.concat(
                Stream.of(with(COLUMNS, "Folder")),
                changes.stream().map(change -> with(cells(change), change.first().folder())))
            .map(row -> row.stream().map(OneLine::of).toList())
            .toList();
    String format =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1))
            .mapToObj(width -> "  %-" + width + "s")
            .collect(joining());
    return rows.stream()
        .map(row -> String.format(format, row.toArray()).stripTrailing() + "\n")
        .collect(joining("", "changes of level:\n", ""));
  }

  String html(ReportLinks links) {
    if (changes.isEmpty()) {
      return "<p class=\"faint\">%s.</p>\n".formatted(none());
    }
    return """
    <table id="changes">
    <thead><tr>%s</tr></thead>
    <tbody>
    %s</tbody>
    </table>
    """
        .formatted(
            with(COLUMNS, "Reports").stream().map("<th>%s</th>"::formatted).collect(joining()),
            changes.stream().map(change -> row(change, links)).collect(joining()));
  }

  private static String row(LevelChange change, ReportLinks links) {
    return """
    <tr data-simulation="%s" data-profile="%s">%s</tr>
    """
        .formatted(
            Html.escape(change.first().simulation()),
            Html.escape(change.first().profile()),
            Stream.concat(
                    cells(change).stream().map(Html::escape), Stream.of(links.html(change.first())))
                .map("<td>%s</td>"::formatted)
                .collect(joining()));
  }

  private static List<String> cells(LevelChange change) {
    return List.of(
        change.gate().title(),
        change.first().simulationName(),
        change.first().profile(),
        change.first().timeText(),
        change.first().commit().map(RunTable::shortened).orElse("–"),
        change.before(),
        change.after(),
        change.change(),
        change.pValue(),
        change.alsoChanged());
  }

  private static List<String> with(List<String> cells, String last) {
    return Stream.concat(cells.stream(), Stream.of(last)).toList();
  }

  private static String none() {
    return "no figure has changed its level, which takes at least %s runs of a gate before and after"
        .formatted(ChangePoints.SHORTEST_LEVEL);
  }
}
