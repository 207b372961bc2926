package loadgate.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.gates.GateResult;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;

/**
 * The verdict of a run with its gates, for the console.
 *
 * @param errors of the run, a line each
 */
public record VerdictTable(RunVerdict run, String... errors) {

  public String text() {
    StringBuilder text = new StringBuilder("\n");
    List<GateResult> all = Stream.concat(run.shown().stream(), run.observed().stream()).toList();
    int width = all.stream().mapToInt(result -> title(result).length()).max().orElse(0);
    String format = "  %-" + Math.max(width, 10) + "s  %-12s  %-20s  %-22s  %8s  %s%n";
    text.append(
        String.format(format, "gate", "limit", "actual", "95 % interval", "samples", "verdict"));
    for (GateResult result : run.shown()) {
      row(text, format, result, result.verdictText());
    }
    for (GateResult result : run.observed()) {
      row(text, format, result, "-");
    }
    run.stated()
        .forEach(
            assertion ->
                text.append(
                    "  %s  %s%n"
                        .formatted(OneLine.of(assertion.text()), assertion.verdict().text())));
    if (errors.length > 0) {
      text.append("\nerrors:\n");
      Stream.of(errors).forEach(error -> text.append("  ").append(error).append("\n"));
    }
    run.comparison().ifPresent(comparison -> text.append("\n").append(comparison).append("\n"));
    if (run.verdict() == Verdict.INVALID) {
      text.append("\n").append(Notes.INVALID).append("\n");
    }
    if (!run.complete()) {
      text.append("\nthe log of the run is not complete\n");
    }
    return text + "\nverdict of the run: " + run.verdict().text() + "\n";
  }

  private static void row(StringBuilder text, String format, GateResult result, String verdict) {
    text.append(
        String.format(
            format,
            title(result),
            result.limitText(),
            result.actualText(),
            result.intervalText(),
            result.samples(),
            verdict
                + result
                    .remark()
                    .or(() -> baseline(result))
                    .map(remark -> " (" + OneLine.of(remark) + ")")
                    .orElse("")));
  }

  private static String title(GateResult result) {
    return OneLine.of(result.gate().title());
  }

  private static Optional<String> baseline(GateResult result) {
    return Optional.of(result.baselineText())
        .filter(text -> !text.isEmpty())
        .map(text -> "baseline " + text);
  }
}
