package loadgate.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import loadgate.gates.Verdict;
import loadgate.stats.ChangePoints;

/**
 * The values of one gate over several runs.
 *
 * @param gate as the newest run that had it had it
 * @param runs oldest first; not all of them need have had the gate
 * @param figures of the gate in each run
 * @param changes of the level of the values, target by target
 */
record GateTrend(
    GateFigures gate,
    List<HistoryEntry> runs,
    List<Optional<GateFigures>> figures,
    List<LevelChange> changes) {

  static GateTrend of(GateFigures gate, List<HistoryEntry> runs) {
    List<Optional<GateFigures>> figures =
        runs.stream()
            .map(run -> run.gates().stream().filter(gate::isSameGate).findFirst())
            .toList();
    Map<String, List<Point>> targets = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      HistoryEntry run = runs.get(i);
      OptionalDouble value = value(figures.get(i), GateFigures::actual);
      if (value.isPresent() && isValid(run)) {
        targets
            .computeIfAbsent(run.target(), target -> new ArrayList<>())
            .add(new Point(run, value.getAsDouble()));
      }
    }
    return new GateTrend(
        gate,
        runs,
        figures,
        targets.values().stream().flatMap(points -> changes(gate, points)).toList());
  }

  private static Stream<LevelChange> changes(GateFigures gate, List<Point> points) {
    return ChangePoints.of(points.stream().mapToDouble(Point::value).toArray()).stream()
        .map(
            change ->
                new LevelChange(
                    gate,
                    points.get(change.index() - 1).run(),
                    points.get(change.index()).run(),
                    change));
  }

  /** Broken off, or with a load generator that was too busy, a run says little of the target. */
  private static boolean isValid(HistoryEntry run) {
    return run.verdict() != Verdict.INVALID && run.verdict() != Verdict.INCOMPLETE;
  }

  String title() {
    return gate.title();
  }

  /** For the scripts of the trends page; values, limits and verdicts in the order of the runs. */
  ObjectNode json() {
    ObjectNode json =
        TrendsData.figure(gate.title(), gate.path(), gate.measure(), gate.unit(), gate.direction())
            .set("values", values(GateFigures::actual));
    json.set("verdicts", verdicts());
    addLimit(json, "fail", GateFigures::fail);
    addLimit(json, "warn", GateFigures::warn);
    ArrayNode marks = json.putArray("marks");
    for (LevelChange change : changes) {
      marks.addObject().put("at", runs.indexOf(change.first())).put("text", change.percent());
    }
    return json;
  }

  private void addLimit(ObjectNode json, String tier, Function<GateFigures, OptionalDouble> limit) {
    if (figures.stream().anyMatch(run -> value(run, limit).isPresent())) {
      json.set(tier, values(limit));
    }
  }

  /** A gap where a run had none. */
  private ArrayNode values(Function<GateFigures, OptionalDouble> figure) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (Optional<GateFigures> run : figures) {
      OptionalDouble value = value(run, figure);
      values.add(value.isPresent() ? (Double) value.getAsDouble() : null);
    }
    return values;
  }

  private ArrayNode verdicts() {
    ArrayNode verdicts = JsonNodeFactory.instance.arrayNode();
    figures.forEach(run -> verdicts.add(run.map(had -> had.verdict().text()).orElse(null)));
    return verdicts;
  }

  private static OptionalDouble value(
      Optional<GateFigures> run, Function<GateFigures, OptionalDouble> figure) {
    return run.map(figure).orElse(OptionalDouble.empty());
  }

  private record Point(HistoryEntry run, double value) {}
}
