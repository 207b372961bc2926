package loadgate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.GateResult;
import loadgate.gates.RunVerdict;

/** The verdict of a run with its gates, for the console. */
record VerdictTable(RunVerdict run) {

  String text() {
    StringBuilder text = new StringBuilder("\n");
    List<GateResult> all = Stream.concat(run.gates().stream(), run.observed().stream()).toList();
    int width = all.stream().mapToInt(result -> result.gate().title().length()).max().orElse(0);
    String format = "  %-" + Math.max(width, 10) + "s  %-12s  %-20s  %8s  %s%n";
    text.append(String.format(format, "gate", "limit", "actual", "samples", "verdict"));
    for (GateResult result : run.gates()) {
      row(text, format, result, result.verdict().name().toLowerCase(Locale.ROOT));
    }
    for (GateResult result : run.observed()) {
      row(text, format, result, "-");
    }
    return text + "\nverdict of the run: " + run.verdict().name().toLowerCase(Locale.ROOT) + "\n";
  }

  private static void row(StringBuilder text, String format, GateResult result, String verdict) {
    Gate gate = result.gate();
    String limit =
        gate.settings().fail().isPresent()
            ? gate.text(gate.settings().fail())
            : gate.text(gate.settings().warn());
    if (verdict.equals("warn")) {
      limit = gate.text(gate.settings().warn());
    }
    text.append(
        String.format(format, gate.title(), limit, result.actualText(), result.samples(), verdict));
  }
}
