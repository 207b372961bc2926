package loadgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.GateResult;
import loadgate.gates.RunVerdict;
import loadgate.model.Limit;
import loadgate.model.Unit;
import loadgate.stats.Timeline;

/**
 * A line chart of the run page.
 *
 * @param id of its element in the page
 * @param title as plain text
 * @param json what {@code loadgate.lineChart} in {@code charts.js} takes, with the id
 * @param gates whose limits are in it, which grow with them
 */
record RunChart(String id, String title, ObjectNode json, Set<Gate> gates) {

  /** With fewer there is no course to be seen. */
  private static final int LEAST_POINTS = 5;

  private RunChart(int number, String title, String unit, Timeline timeline) {
    this("chart-" + number, title, JsonNodeFactory.instance.objectNode(), new HashSet<>());
    json.put("id", id).put("xTitle", "seconds since the start of the run").put("yTitle", unit);
    ArrayNode labels = json.putArray("labels");
    timeline.steps().forEach(step -> labels.add(step.startSeconds()));
    json.putArray("series");
  }

  /** All requests and users first, then each gated path with its limits. */
  static List<RunChart> of(RunResult run) {
    Timeline all = run.statistics().timeline();
    List<RunChart> charts = new ArrayList<>();
    charts.add(responseTimes(0, "all requests", all));
    RunChart requests = new RunChart(1, "Requests per second", "requests per second", all);
    double seconds = all.step().toMillis() / 1e3;
    requests.series("ok", all, step -> step.ok() / seconds);
    requests.series("failed", all, step -> step.ko() / seconds);
    charts.add(requests);
    RunChart users = new RunChart(2, "Active users", "users", all);
    users.series("all", all, step -> (double) step.activeUsers());
    charts.add(users);
    run.verdict().ifPresent(verdict -> addGated(charts, run, verdict));
    return charts.stream().filter(RunChart::hasACourse).toList();
  }

  private boolean hasACourse() {
    long points = 0;
    for (JsonNode value : json.required("series").path(0).path("values")) {
      points += value.isNull() ? 0 : 1;
    }
    return points >= LEAST_POINTS;
  }

  private static void addGated(List<RunChart> charts, RunResult run, RunVerdict verdict) {
    Map<String, RunChart> gated = new LinkedHashMap<>();
    List<GateResult> shown =
        Stream.concat(
                verdict.shown().stream(),
                verdict.observed().stream().filter(result -> result.gate().isOfResources()))
            .toList();
    for (GateResult result : shown) {
      Gate gate = result.gate();
      int number = charts.size() + gated.size();
      Timeline timeline = run.timelines().get(gate.path());
      if (gate.measure().isHitRate()) {
        RunChart rate = new RunChart(number, gate.title(), "%", timeline);
        rate.series("rate", timeline, RunChart::okPercent);
        rate.limits(gate);
        gated.put(gate.title(), rate);
      } else if (gate.measure().unit() == Unit.MILLISECONDS && gate.path().isEmpty()) {
        charts.get(0).limits(gate);
      } else if (gate.measure().unit() == Unit.MILLISECONDS && !gate.isOfResources()) {
        gated
            .computeIfAbsent(
                String.join(" / ", gate.path()), name -> responseTimes(number, name, timeline))
            .limits(gate);
      } else if (gate.measure().isOfValues()) {
        gated
            .computeIfAbsent(
                String.join(" / ", gate.path()),
                name -> values(number, name, gate.measure().unit(), timeline))
            .limits(gate);
      }
    }
    charts.addAll(gated.values());
  }

  private static RunChart values(int number, String title, Unit unit, Timeline timeline) {
    RunChart chart = new RunChart(number, title, unit.axisTitle(), timeline);
    chart.series("median", timeline, step -> ifAny(step, step.p50()));
    // What is read once per second may miss a step of a second.
    ((ObjectNode) chart.json.withArray("series").get(0)).put("spanGaps", true);
    return chart;
  }

  private static RunChart responseTimes(int number, String what, Timeline timeline) {
    RunChart chart = new RunChart(number, "Response times of " + what, "ms", timeline);
    chart.series("p50", timeline, step -> ifAny(step, step.p50()));
    chart.series("p95", timeline, step -> ifAny(step, step.p95()));
    return chart;
  }

  private static Double okPercent(Timeline.Step step) {
    return ifAny(step, 100.0 * step.ok() / (step.ok() + step.ko()));
  }

  /** A step in which nothing ended is a gap in the line. */
  private static Double ifAny(Timeline.Step step, double value) {
    return step.ok() + step.ko() == 0 ? null : value;
  }

  private void series(String label, Timeline timeline, Function<Timeline.Step, Double> value) {
    ObjectNode series = json.withArray("series").addObject().put("label", label);
    ArrayNode values = series.putArray("values");
    timeline.steps().forEach(step -> values.add(value.apply(step)));
  }

  private void limits(Gate gate) {
    gates.add(gate);
    limit(gate, gate.settings().fail(), "", "--fail");
    limit(gate, gate.settings().warn(), " warn", "--warn");
  }

  private void limit(Gate gate, Optional<Limit> limit, String kind, String colour) {
    if (limit.isEmpty()) {
      return;
    }
    ObjectNode series = json.withArray("series").addObject();
    series.put("label", gate.measure().name() + kind + " limit").put("limit", true);
    series.put("colour", colour);
    ArrayNode values = series.putArray("values");
    json.get("labels").forEach(label -> values.add(limit.get().value()));
  }
}
