package loadgate.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.gates.GateResult;
import loadgate.gates.RunVerdict;
import loadgate.model.Unit;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import loadgate.stats.Statistics;

/** {@code loadgate.html}: verdict, gates, charts against their limits, requests and errors. */
final class RunPage {

  private final RunResult run;
  private final RunStatistics statistics;
  private final StringBuilder body = new StringBuilder();

  private RunPage(RunResult run) {
    this.run = run;
    this.statistics = run.statistics();
  }

  static String of(RunResult run) {
    RunPage page = new RunPage(run);
    page.head();
    List<RunChart> charts = RunChart.of(run);
    run.verdict()
        .ifPresentOrElse(
            verdict -> page.gates(verdict, charts),
            () -> page.section("Gates", paragraph(Notes.NO_GATES)));
    page.section(
        "Charts",
        charts.stream()
            .map(RunPage::chart)
            .collect(Collectors.joining("", "<div class=\"charts\">\n", "</div>\n")));
    page.requests();
    page.errors();
    return new SelfContainedPage(
            page.statistics.header().simulationClass() + " – loadgate",
            "<main>\n" + page.body + "</main>",
            data(charts),
            List.of("run.js"))
        .html();
  }

  private static ObjectNode data(List<RunChart> charts) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode array = data.putArray("charts");
    charts.forEach(chart -> array.add(chart.json()));
    return data;
  }

  private void head() {
    body.append("<h1>")
        .append(Html.escape(statistics.header().simulationClass()))
        .append(run.verdict().map(verdict -> ": " + badge(verdict.verdict().text())).orElse(""))
        .append("</h1>\n<p class=\"faint\">")
        .append(
            "%s · %s s · %s requests, %s failed · Gatling %s"
                .formatted(
                    statistics.header().start(),
                    statistics.duration().toSeconds(),
                    statistics.global().count(),
                    statistics.global().ko().count(),
                    Html.escape(statistics.header().gatlingVersion())))
        .append("</p>\n");
    if (!run.told().isEmpty()) {
      body.append("<dl>\n");
      run.told()
          .forEach(
              (label, text) ->
                  body.append("<dt>")
                      .append(Html.escape(label))
                      .append("</dt><dd>")
                      .append(Html.escape(text))
                      .append("</dd>\n"));
      body.append("</dl>\n");
    }
    if (!statistics.header().description().isBlank()) {
      body.append(paragraph(statistics.header().description()));
    }
    Notes.warning(run)
        .ifPresent(note -> body.append("<p class=\"warn\">").append(note).append("</p>\n"));
  }

  private void gates(RunVerdict verdict, List<RunChart> charts) {
    Stream<String> rows =
        Stream.concat(
            verdict.worstFirst().stream()
                .map(gate -> gate(gate, verdict.baselineText(gate), badge(gate), charts)),
            verdict.observed().stream().map(gate -> gate(gate, "", "–", charts)));
    section(
        "Gates",
        table("gate|#limit|#actual|#95 % interval|#baseline|#samples|verdict", rows)
            + verdict.stated().stream()
                .map(
                    assertion ->
                        "<p>%s %s</p>\n"
                            .formatted(
                                Html.escape(assertion.text()), badge(assertion.verdict().text())))
                .collect(Collectors.joining())
            + verdict.comparison().map(RunPage::paragraph).orElse(""));
  }

  private static String gate(
      GateResult result, String baseline, String verdict, List<RunChart> charts) {
    String title = Html.escape(result.gate().title());
    String linked =
        charts.stream()
            .filter(chart -> chart.gates().contains(result.gate()))
            .findFirst()
            .map(chart -> "<a href=\"#%s\">%s</a>".formatted(chart.id(), title))
            .orElse(title);
    return "<td>"
        + linked
        + "</td>"
        + number(result.limitText())
        + number(result.actualText())
        + number(result.intervalText())
        + number(baseline)
        + number(result.samples())
        + "<td>"
        + verdict
        + result.remark().map(remark -> " " + faint(remark)).orElse("")
        + "</td>";
  }

  private static String chart(RunChart chart) {
    String title = Html.escape(chart.title());
    return """
    <figure><figcaption>%s</figcaption>
    <div class="chart"><canvas id="%s" role="img" aria-label="%s"></canvas></div></figure>
    """
        .formatted(title, chart.id(), title);
  }

  private void requests() {
    Stream<String> rows =
        statistics.paths().stream()
            .filter(path -> path.kind() == PathKind.REQUEST)
            .map(RunPage::request);
    section("Requests", sortable("request|#count|#failed|#p50|#p95|#p99|#max|#per second", rows));
  }

  private static String request(PathStatistics path) {
    Statistics all = path.summary().all();
    return text(String.join(" / ", path.path()))
        + number(all.count())
        + number(path.summary().ko().count())
        + number(Unit.MILLISECONDS.text(all.percentile(50)))
        + number(Unit.MILLISECONDS.text(all.percentile(95)))
        + number(Unit.MILLISECONDS.text(all.percentile(99)))
        + number(Unit.MILLISECONDS.text(all.max()))
        + number(String.format(Locale.ROOT, "%.2f", all.perSecond()));
  }

  private void errors() {
    if (statistics.errors().isEmpty()) {
      section("Errors", paragraph("None."));
      return;
    }
    Stream<String> rows =
        statistics.errors().stream()
            .map(
                error ->
                    text(error.request())
                        + text(error.message())
                        + number(error.count())
                        + number(String.format(Locale.ROOT, "%.2f %%", error.percent())));
    section("Errors", sortable("request|error|#count|#share", rows));
  }

  private void section(String title, String content) {
    body.append("<section>\n<h2>")
        .append(Html.escape(title))
        .append("</h2>\n")
        .append(content)
        .append("</section>\n");
  }

  /** A column whose title begins with {@code #} has numbers. */
  private static String table(String columns, Stream<String> rows) {
    String head =
        Stream.of(columns.split("\\|"))
            .map(
                title ->
                    title.startsWith("#")
                        ? "<th class=\"number\">" + title.substring(1) + "</th>"
                        : "<th>" + title + "</th>")
            .collect(Collectors.joining());
    return "<table>\n<tr>%s</tr>\n%s</table>\n"
        .formatted(head, rows.map(row -> "<tr>" + row + "</tr>\n").collect(Collectors.joining()));
  }

  /** One whose rows the script sorts by the column that is clicked. */
  private static String sortable(String columns, Stream<String> rows) {
    return table(columns, rows).replaceFirst("<table>", "<table class=\"sortable\">");
  }

  private static String text(String text) {
    return "<td>" + Html.escape(text) + "</td>";
  }

  private static String number(Object number) {
    return "<td class=\"number\">" + Html.escape(number.toString()) + "</td>";
  }

  private static String badge(GateResult result) {
    return badge(result.verdict().text()) + (result.borderline() ? " " + faint("borderline") : "");
  }

  private static String faint(String text) {
    return "<span class=\"faint\">" + Html.escape(text) + "</span>";
  }

  private static String badge(String verdict) {
    return "<span class=\"%s\">%s</span>".formatted(verdict, verdict);
  }

  private static String paragraph(String text) {
    return "<p>" + Html.escape(text) + "</p>\n";
  }
}
