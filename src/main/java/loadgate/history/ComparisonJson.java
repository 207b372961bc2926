package loadgate.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import loadgate.report.JsonText;

/** A comparison of runs for scripts. {@code docs/compare.md} describes its schema. */
public final class ComparisonJson {

  private static final int SCHEMA = 1;

  private ComparisonJson() {}

  public static String of(Comparison comparison) throws JsonProcessingException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("method", comparison.method().title());
    root.put("warmUpSeconds", comparison.warmUp().toMillis() / 1e3);
    addRuns(root.putArray("base"), comparison.base());
    addRuns(root.putArray("new"), comparison.changed());
    ArrayNode notes = root.putArray("notes");
    comparison.notes().forEach(notes::add);
    root.put("comparisons", comparison.compared());
    ArrayNode figures = root.putArray("figures");
    comparison.figures().forEach(figure -> add(figures.addObject(), figure));
    return JsonText.of(root);
  }

  private static void addRuns(ArrayNode array, List<ComparedRun> runs) {
    for (ComparedRun run : runs) {
      array
          .addObject()
          .put("run", run.name())
          .put("simulation", run.simulation())
          .put("profile", run.profile().orElse(null))
          .put("start", run.outcome().header().start().toString())
          .put("seconds", run.seconds())
          .put("requests", run.requests());
    }
  }

  private static void add(ObjectNode json, ComparedFigure figure) {
    json.put("kind", figure.path().kind().name().toLowerCase(Locale.ROOT));
    ArrayNode path = json.putArray("path");
    figure.path().names().forEach(path::add);
    json.put("measure", figure.measure().title());
    json.put("unit", figure.measure().unit().name().toLowerCase(Locale.ROOT));
    json.put("base", number(figure.base()));
    json.put("new", number(figure.changed()));
    json.put("difference", number(figure.change()));
    json.put("differencePercent", number(figure.percent()));
    json.putNull("interval");
    json.putNull("correctedPValue");
    figure
        .difference()
        .ifPresent(
            difference -> {
              json.put("correctedPValue", figure.pValue());
              if (difference.low() < difference.high()) {
                json.putObject("interval")
                    .put("low", difference.low())
                    .put("high", difference.high());
              }
            });
    json.put("verdict", figure.verdict());
    json.put("remark", figure.tooLittle().orElse(null));
  }

  private static Double number(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
