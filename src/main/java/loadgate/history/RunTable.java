package loadgate.history;

import static java.util.stream.Collectors.joining;

import java.util.List;
import loadgate.gates.Verdict;
import loadgate.model.Unit;
import loadgate.report.Html;

/**
 * Runs as an HTML table.
 *
 * @param runs in the order of the rows
 */
record RunTable(List<HistoryEntry> runs, ReportLinks links) {

  private static final int SHORT_HASH = 7;

  String html() {
    return """
    <table id="runs">
    <thead><tr><th class="number">Start (UTC)</th><th>Simulation</th><th>Profile</th><th>Verdict</th>
    <th class="number">Requests</th><th class="number">Failed</th><th class="number">p95</th>
    <th>Target</th><th>Settings</th><th>Commit</th><th>Reports</th></tr></thead>
    <tbody>
    %s</tbody>
    </table>
    """
        .formatted(runs.stream().map(this::row).collect(joining()));
  }

  private String row(HistoryEntry run) {
    return """
    <tr data-simulation="%s" data-profile="%s"><td class="number"><label><input type="checkbox"> %s</label></td>
    <td>%s</td><td>%s</td>
    <td>%s</td>
    <td class="number">%s</td><td class="number">%s</td><td class="number">%s</td>
    <td title="%s">%s</td><td title="%s">%s</td><td title="%s">%s</td>
    <td>%s</td></tr>
    """
        .formatted(
            Html.escape(run.simulation()),
            Html.escape(run.profile()),
            run.timeText(),
            Html.escape(run.simulationName()),
            Html.escape(run.profile()),
            verdict(run),
            Unit.COUNT.text(run.requests().count()),
            Unit.PERCENT.text(run.requests().failedPercent()),
            Unit.MILLISECONDS.text(run.requests().p95Millis()),
            Html.escape("load from " + run.sentFrom()),
            Html.escape(run.target()),
            Html.escape(run.settings()),
            Html.escape(shortened(run.settings())),
            Html.escape(run.commit().orElse("")),
            Html.escape(run.commit().map(RunTable::shortened).orElse("–")),
            links.html(run));
  }

  /** With the gates that made it what it is. */
  private static String verdict(HistoryEntry run) {
    String name = run.verdict().text();
    String gates =
        run.gates().stream()
            .filter(gate -> gate.verdict() != Verdict.PASS)
            .map(GateFigures::title)
            .collect(joining(", "));
    return "<span class=\"%s\">%s</span>".formatted(name, name)
        + (gates.isEmpty() ? "" : " <span class=\"faint\">%s</span>".formatted(Html.escape(gates)));
  }

  static String shortened(String hash) {
    boolean changed = hash.endsWith(GitCommit.DIRTY);
    return hash.substring(0, Math.min(SHORT_HASH, hash.length())) + (changed ? "+" : "");
  }
}
