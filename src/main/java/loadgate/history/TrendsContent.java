package loadgate.history;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import loadgate.report.Html;

/** What the trends page shows: its HTML, and the data of its scripts. */
final class TrendsContent {

  private final History history;
  private final Path results;
  private final ReportLinks links;

  /** Newest first. */
  private final List<HistoryEntry> runs;

  private final List<ComparableRuns> groups;

  /** Of each of the groups. */
  private final List<List<GateTrend>> trends;

  private final LevelChangeTable changes;

  /**
   * @param results the folder of the page
   */
  TrendsContent(History history, Path results) {
    this.history = history;
    this.results = results;
    this.links = new ReportLinks(results);
    this.runs =
        history.runs().stream()
            .sorted(Comparator.comparing(HistoryEntry::time).reversed())
            .toList();
    this.groups = ComparableRuns.of(history.runs());
    this.trends = groups.stream().map(ComparableRuns::trends).toList();
    this.changes = LevelChangeTable.of(trends.stream().flatMap(List::stream));
  }

  LevelChangeTable changes() {
    return changes;
  }

  ObjectNode data() {
    return new TrendsData(results, runs, groups, trends).json();
  }

  String body() {
    return """
    <header>
    <h1>loadgate runs</h1>
    </header>
    %s%s
    """
        .formatted(damage(), history.runs().isEmpty() ? none() : runs());
  }

  private static String none() {
    return "<section>There is no run yet.</section>\n";
  }

  private String damage() {
    if (history.damaged().isEmpty()) {
      return "";
    }
    return """
    <section id="damage"><h2 class="warn">Lines of %s that cannot be read</h2>
    <ul>
    %s</ul></section>
    """
        .formatted(
            HistoryFile.FILE_NAME,
            history.damaged().stream()
                .map(line -> "<li>" + Html.escape(line.toString()) + "</li>\n")
                .collect(joining()));
  }

  private String runs() {
    StringBuilder charts = new StringBuilder();
    for (int i = 0; i < groups.size(); i++) {
      charts.append(charts(i));
    }
    return """
    <form class="filter">
    %s%s<output class="faint"></output>
    </form>
    <section>
    <h2>%s</h2>
    <div class="scrolling">
    %s</div>
    </section>
    <section id="comparison">
    <h2>Two runs compared</h2>
    <p class="faint" role="status"></p>
    <div></div>
    </section>
    <section>
    <h2>Changes of level</h2>
    <div class="scrolling">
    %s</div>
    </section>
    %s\
    """
        .formatted(
            choice("simulation", HistoryEntry::simulation, HistoryEntry::simulationName),
            choice("profile", HistoryEntry::profile, HistoryEntry::profile),
            history.earlier() == 0
                ? "All runs"
                : "The newest %s of %s runs"
                    .formatted(history.runs().size(), history.earlier() + history.runs().size()),
            new RunTable(runs, links).html(),
            changes.html(links),
            charts);
  }

  private String choice(
      String name, Function<HistoryEntry, String> value, Function<HistoryEntry, String> text) {
    Map<String, String> values = new TreeMap<>();
    history.runs().forEach(run -> values.put(value.apply(run), text.apply(run)));
    return """
    <label>%s <select name="%s"><option value="">all</option>%s</select></label>
    """
        .formatted(
            name,
            name,
            values.entrySet().stream()
                .map(
                    option ->
                        "<option value=\"%s\">%s</option>"
                            .formatted(
                                Html.escape(option.getKey()), Html.escape(option.getValue())))
                .collect(joining()));
  }

  private String charts(int group) {
    ComparableRuns runs = groups.get(group);
    StringBuilder figures = new StringBuilder();
    for (int i = 0; i < trends.get(group).size(); i++) {
      figures.append(
          """
          <figure><figcaption>%s</figcaption><div class="chart"><canvas id="%s"></canvas></div></figure>
          """
              .formatted(
                  Html.escape(trends.get(group).get(i).title()), TrendsData.chartId(group, i)));
    }
    return """
    <section data-simulation="%s" data-profile="%s">
    <h2>%s, %s</h2>
    <div class="charts">
    %s</div>
    </section>
    """
        .formatted(
            Html.escape(runs.simulation()),
            Html.escape(runs.profile()),
            Html.escape(runs.runs().get(0).simulationName()),
            Html.escape(runs.profile()),
            figures);
  }
}
