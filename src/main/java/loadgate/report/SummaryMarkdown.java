package loadgate.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import loadgate.gates.GateResult;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import loadgate.model.Unit;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;

/** {@code summary.md}, short enough for a comment on a pull request. */
final class SummaryMarkdown {

  private static final int SLOWEST = 5;
  private static final int ERRORS = 5;
  private static final int MESSAGE_LENGTH = 160;

  private final RunResult run;
  private final StringBuilder text = new StringBuilder();

  private SummaryMarkdown(RunResult run) {
    this.run = run;
  }

  static String of(RunResult run) {
    SummaryMarkdown summary = new SummaryMarkdown(run);
    summary.head();
    run.verdict().ifPresentOrElse(summary::gates, () -> summary.line(Notes.NO_GATES));
    summary.slowest();
    summary.errors();
    summary.line("Reports: [loadgate.html](loadgate.html), [Gatling](index.html)");
    return summary.text.toString();
  }

  private void head() {
    RunStatistics statistics = run.statistics();
    String verdict =
        run.verdict()
            .map(judged -> ": " + judged.verdict().text().toUpperCase(Locale.ROOT))
            .orElse("");
    line("## " + Markdown.escape(statistics.header().simulationClass()) + verdict);
    line(
        "%s requests in %s s, %s failed, p95 %s ms. Started %s."
            .formatted(
                statistics.global().count(),
                statistics.duration().toSeconds(),
                statistics.global().ko().count(),
                statistics.global().all().percentile(95),
                statistics.header().start()));
    Notes.warning(run).ifPresent(note -> line("**" + note + "**"));
  }

  private void gates(RunVerdict verdict) {
    boolean passed = verdict.verdict() == Verdict.PASS;
    if (passed) {
      line("<details><summary>%s gates passed</summary>".formatted(verdict.gates().size()));
    }
    header("gate", "limit", "actual", "95 % interval", "baseline", "samples", "verdict");
    verdict.worstFirst().forEach(gate -> gate(gate, verdict.baselineText(gate)));
    verdict.observed().forEach(gate -> gate(gate, ""));
    text.append('\n');
    verdict
        .stated()
        .forEach(
            assertion ->
                line(Markdown.escape(assertion.text()) + ": " + assertion.verdict().text()));
    if (passed) {
      line("</details>");
    }
    verdict.comparison().ifPresent(comparison -> line(Markdown.escape(comparison)));
  }

  private void gate(GateResult result, String baseline) {
    boolean judged = !result.limitText().isEmpty();
    row(
        Markdown.escape(result.gate().title()),
        Markdown.escape(result.limitText()),
        result.actualText(),
        result.intervalText(),
        baseline,
        result.samples(),
        (judged ? result.verdictText() : "-")
            + result.remark().map(remark -> " (" + Markdown.escape(remark) + ")").orElse(""));
  }

  private void slowest() {
    List<PathStatistics> slowest =
        run.statistics().paths().stream()
            .filter(path -> path.kind() == PathKind.REQUEST)
            .sorted(
                Comparator.<PathStatistics>comparingLong(
                        path -> path.summary().all().percentile(95))
                    .reversed())
            .limit(SLOWEST)
            .toList();
    if (slowest.isEmpty()) {
      return;
    }
    header("slowest requests", "count", "failed", "p50", "p95", "max");
    for (PathStatistics path : slowest) {
      row(
          Markdown.escape(String.join(" / ", path.path())),
          path.summary().count(),
          path.summary().ko().count(),
          Unit.MILLISECONDS.text(path.summary().all().percentile(50)),
          Unit.MILLISECONDS.text(path.summary().all().percentile(95)),
          Unit.MILLISECONDS.text(path.summary().all().max()));
    }
    text.append('\n');
  }

  private void errors() {
    int all = run.statistics().errors().size();
    if (all == 0) {
      return;
    }
    header("errors", "count");
    run.statistics().errors().stream()
        .limit(ERRORS)
        .forEach(error -> row(Markdown.escape(shortened(error.text())), error.count()));
    if (all > ERRORS) {
      row("and " + (all - ERRORS) + " more", "");
    }
    text.append('\n');
  }

  private static String shortened(String message) {
    return message.codePointCount(0, message.length()) <= MESSAGE_LENGTH
        ? message
        : message.substring(0, message.offsetByCodePoints(0, MESSAGE_LENGTH)) + "…";
  }

  private void header(Object... cells) {
    row(cells);
    row(Stream.of(cells).map(cell -> "---").toArray());
  }

  private void row(Object... cells) {
    text.append('|');
    for (Object cell : cells) {
      text.append(' ').append(cell).append(" |");
    }
    text.append('\n');
  }

  private void line(String line) {
    text.append(line).append("\n\n");
  }
}
