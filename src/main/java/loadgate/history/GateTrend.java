package loadgate.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import loadgate.model.Direction;

/**
 * The values of one gate over several runs.
 *
 * @param gate as the newest run that had it had it
 * @param runs oldest first; not all of them need have had the gate
 */
record GateTrend(GateFigures gate, List<HistoryEntry> runs) {

  String title() {
    return gate.title();
  }

  /** For the chart function of the pages: the measured values and a dashed line for each limit. */
  ObjectNode chart() {
    ObjectNode chart = JsonNodeFactory.instance.objectNode().put("yTitle", gate.unit().axisTitle());
    ArrayNode labels = chart.putArray("labels");
    runs.forEach(run -> labels.add(run.timeText()));
    ArrayNode series = chart.putArray("series");
    series
        .addObject()
        .put("label", gate.measure())
        .<ObjectNode>set("values", values(GateFigures::actual))
        .set("pointColours", verdictColours());
    addLimit(series, "fail", GateFigures::fail);
    addLimit(series, "warn", GateFigures::warn);
    return chart;
  }

  private void addLimit(
      ArrayNode series, String tier, Function<GateFigures, OptionalDouble> limit) {
    if (figures().stream()
        .flatMap(Optional::stream)
        .anyMatch(run -> limit.apply(run).isPresent())) {
      series
          .addObject()
          .put(
              "label",
              tier + (gate.direction() == Direction.BELOW ? " from here up" : " from here down"))
          .put("limit", true)
          .put("colour", "--" + tier)
          .set("values", values(limit));
    }
  }

  /** A gap where a run had none. */
  private ArrayNode values(Function<GateFigures, OptionalDouble> figure) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (Optional<GateFigures> run : figures()) {
      OptionalDouble value = run.map(figure).orElse(OptionalDouble.empty());
      values.add(value.isPresent() ? (Double) value.getAsDouble() : null);
    }
    return values;
  }

  private ArrayNode verdictColours() {
    ArrayNode colours = JsonNodeFactory.instance.arrayNode();
    figures().forEach(run -> colours.add(run.map(had -> "--" + had.verdict().text()).orElse(null)));
    return colours;
  }

  private List<Optional<GateFigures>> figures() {
    return runs.stream()
        .map(run -> run.gates().stream().filter(gate::isSameGate).findFirst())
        .toList();
  }
}
