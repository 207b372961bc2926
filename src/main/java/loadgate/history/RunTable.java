package loadgate.history;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import loadgate.gates.Verdict;
import loadgate.model.Unit;
import loadgate.report.Html;

/**
 * All runs as an HTML table, newest first.
 *
 * @param results the folder of the page, in which the folders of the runs are looked for
 */
record RunTable(List<HistoryEntry> runs, Path results) {

  private static final int SHORT_HASH = 7;
  private static final String REPORT = "loadgate.html";
  private static final String GATLING_REPORT = "index.html";

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
        .formatted(
            runs.stream()
                .sorted(Comparator.comparing(HistoryEntry::time).reversed())
                .map(this::row)
                .collect(joining()));
  }

  private String row(HistoryEntry run) {
    return """
    <tr data-simulation="%s" data-profile="%s"><td class="number">%s</td><td>%s</td><td>%s</td>
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
            Html.escape("load from " + run.machine().text()),
            Html.escape(run.target()),
            Html.escape(run.settings()),
            Html.escape(shortened(run.settings())),
            Html.escape(run.commit().orElse("")),
            Html.escape(run.commit().map(RunTable::shortened).orElse("–")),
            reports(run));
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

  private static String shortened(String hash) {
    boolean changed = hash.endsWith(GitCommit.DIRTY);
    return hash.substring(0, Math.min(SHORT_HASH, hash.length())) + (changed ? "+" : "");
  }

  /** Gatling writes its report after this page, so for that one the folder has to be enough. */
  private String reports(HistoryEntry run) {
    Path folder = results.resolve(run.folder());
    if (!Files.isDirectory(folder)) {
      return "<span class=\"faint\">deleted</span>";
    }
    String gatling = link(run, GATLING_REPORT, "Gatling");
    return Files.exists(folder.resolve(REPORT))
        ? link(run, REPORT, "loadgate") + ", " + gatling
        : gatling;
  }

  private static String link(HistoryEntry run, String file, String text) {
    return "<a href=\"%s\">%s</a>".formatted(Html.escape(address(run.folder(), file)), text);
  }

  /** Relative to the page. The dot keeps a colon in the name from being taken for a scheme. */
  private static String address(String folder, String file) {
    try {
      return new URI(null, null, "./" + folder + "/" + file, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no folder of a run: " + folder, e);
    }
  }
}
