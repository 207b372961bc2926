package loadgate.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.gates.Gate;
import loadgate.gates.GateResult;
import loadgate.gates.Gates;
import loadgate.gates.RunVerdict;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.stats.ConfidenceInterval;

/**
 * {@code gates.json}: the gates of a run with what they came to, and all that is needed to judge by
 * them again. {@code docs/run-record.md} describes its schema.
 */
public final class GatesJson {

  public static final String FILE_NAME = "gates.json";

  private static final int SCHEMA = 2;

  private GatesJson() {}

  static String of(RunResult run) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    root.put("verdict", run.verdict().map(verdict -> verdict.verdict().text()).orElse(null));
    root.put("inconclusivePasses", run.verdict().map(RunVerdict::inconclusivePasses).orElse(false));
    root.put("regression", run.verdict().map(RunVerdict::basis).orElse(null));
    ObjectNode told = root.putObject("told");
    run.told().forEach(told::put);
    ArrayNode gates = root.putArray("gates");
    ArrayNode observed = root.putArray("observed");
    ArrayNode stated = root.putArray("stated");
    if (run.verdict().isPresent()) {
      RunVerdict verdict = run.verdict().get();
      verdict.gates().forEach(gate -> gates.add(gate(gate).put("verdict", gate.verdict().text())));
      verdict.observed().forEach(gate -> observed.add(gate(gate)));
      verdict
          .stated()
          .forEach(
              assertion ->
                  stated
                      .addObject()
                      .put("assertion", assertion.message())
                      .put(
                          "actual",
                          assertion.actual().isPresent() ? assertion.actual().getAsDouble() : null)
                      .put("verdict", assertion.verdict().text()));
    }
    return JsonText.of(root);
  }

  private static ObjectNode gate(GateResult result) {
    ObjectNode json = gate(result.gate());
    json.put("actual", result.actual().isPresent() ? result.actual().getAsDouble() : null);
    json.put("samples", result.samples());
    json.set("interval", result.interval().map(GatesJson::interval).orElse(null));
    json.put("borderline", result.borderline());
    return json.put("remark", result.remark().orElse(null));
  }

  private static ObjectNode gate(Gate gate) {
    GateLimits settings = gate.settings();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("title", gate.title());
    json.put("kind", gate.measure().isRegression() ? "regression" : "target");
    json.put("userType", settings.userType().orElse(null));
    json.put("request", settings.detail().orElse(null));
    json.put("measure", settings.measure().name());
    ArrayNode path = json.putArray("path");
    gate.path().forEach(path::add);
    json.put("unit", settings.measure().unit().name().toLowerCase(Locale.ROOT));
    json.put("side", settings.measure().direction().name().toLowerCase(Locale.ROOT));
    json.set("fail", limit(settings.fail()));
    json.set("warn", limit(settings.warn()));
    json.put("minSamples", settings.minSamples());
    json.put(
        "baseline", settings.baseline().isPresent() ? settings.baseline().getAsDouble() : null);
    json.put("off", settings.off().orElse(null));
    return json.put("where", settings.where());
  }

  private static JsonNode limit(Optional<Limit> limit) {
    return limit
        .<JsonNode>map(
            set ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("value", set.value())
                    .put("inclusive", set.inclusive()))
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  private static ObjectNode interval(ConfidenceInterval interval) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("low", interval.low())
        .put("high", interval.high())
        .put("bounded", interval.bounded())
        .put("confidencePercent", ConfidenceInterval.CONFIDENCE)
        .put("method", interval.method());
  }

  /**
   * What ran and where, as the run has told it.
   *
   * @return empty when the folder has no such file
   * @throws IOException if the file is damaged or cannot be read
   */
  public static Map<String, String> told(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    Map<String, String> told = new LinkedHashMap<>();
    if (Files.exists(file)) {
      new ObjectMapper()
          .readTree(file.toFile())
          .path("told")
          .properties()
          .forEach(line -> told.put(line.getKey(), line.getValue().asText()));
    }
    return told;
  }

  /**
   * The gates of a run folder.
   *
   * @return empty when the folder has no such file, or one of a run without gates
   * @throws IOException if the file is of another schema, damaged or cannot be read
   */
  public static Optional<Gates> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      if (root.path("schema").asInt() != SCHEMA) {
        throw new IOException("%s: schema %s, not %s".formatted(file, root.path("schema"), SCHEMA));
      }
      Gates gates = gates(root);
      return root.required("verdict").isNull() ? Optional.empty() : Optional.of(gates);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage().lines().findFirst().orElse("damaged"), e);
    }
  }

  /**
   * The gates of a run that nobody has judged yet, without those that are left out; {@link
   * #gates(JsonNode)} reads them.
   */
  public static JsonNode of(Gates gates) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("inconclusivePasses", gates.inconclusivePasses()).put("regression", gates.basis());
    ArrayNode active = root.putArray("gates");
    gates.active().forEach(gate -> active.add(gate(gate)));
    ArrayNode observed = root.putArray("observed");
    gates.observed().forEach(gate -> observed.add(gate(gate)));
    return root;
  }

  /**
   * The gates of a run, judged or not.
   *
   * @throws IllegalArgumentException if something is missing or cannot be
   */
  public static Gates gates(JsonNode run) {
    return new Gates(
        list(run.required("gates")),
        List.of(),
        list(run.required("observed")),
        run.required("inconclusivePasses").asBoolean(),
        run.path("regression").asText(""));
  }

  private static List<Gate> list(JsonNode array) {
    List<Gate> gates = new ArrayList<>();
    for (JsonNode gate : array) {
      List<String> path = new ArrayList<>();
      gate.required("path").forEach(name -> path.add(name.asText()));
      Measure measure =
          Measure.named(
              gate.required("measure").asText(),
              Unit.valueOf(gate.required("unit").asText().toUpperCase(Locale.ROOT)));
      GateLimits settings =
          new GateLimits(
              text(gate.required("userType")),
              text(gate.required("request")),
              measure,
              limit(gate.required("fail"), measure),
              limit(gate.required("warn"), measure),
              gate.required("minSamples").asInt(),
              gate.hasNonNull("baseline")
                  ? OptionalDouble.of(gate.get("baseline").asDouble())
                  : OptionalDouble.empty(),
              text(gate.required("off")),
              gate.required("where").asText());
      gates.add(new Gate(settings, path));
    }
    return List.copyOf(gates);
  }

  private static Optional<String> text(JsonNode json) {
    return json.isNull() ? Optional.empty() : Optional.of(json.asText());
  }

  private static Optional<Limit> limit(JsonNode json, Measure measure) {
    return json.isNull()
        ? Optional.empty()
        : Optional.of(
            new Limit(
                measure.direction(),
                json.required("inclusive").asBoolean(),
                json.required("value").asDouble()));
  }
}
