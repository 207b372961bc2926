package backend.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads and validates the fields of a JSON request body. A field that breaks its rule adds a
 * violation and yields a placeholder; call {@link #throwIfInvalid} before using the values.
 */
public final class JsonFields {

  private final ObjectNode object;
  private final List<String> location;
  private final List<Violation> violations;
  private final Set<String> secrets = new HashSet<>();

  private JsonFields(ObjectNode object, List<String> location, List<Violation> violations) {
    this.object = object;
    this.location = location;
    this.violations = violations;
  }

  /** {@code part} of the request is the outermost location of its violations. */
  static JsonFields of(ObjectNode object, String part) {
    return new JsonFields(object, List.of(part), new ArrayList<>());
  }

  /**
   * @throws ValidationException if the body is not a JSON object
   */
  public static JsonFields of(Context ctx) {
    byte[] body = ctx.bodyAsBytes();
    if (body.length == 0) {
      throw refused("missing", "Field required");
    }
    if (!ctx.isJson()) {
      throw refused("json_type", "Content-Type should be application/json");
    }
    try {
      if (Json.mapper().readTree(body) instanceof ObjectNode object) {
        return of(object, "body");
      }
      throw refused("model_attributes_type", "Input should be a valid dictionary or object");
    } catch (IOException e) {
      throw refused("json_invalid", "JSON decode error");
    }
  }

  private static ValidationException refused(String type, String message) {
    return new ValidationException(List.of(new Violation(type, List.of("body"), message, null)));
  }

  /** A required text, with its length in characters. */
  public String text(String name, int min, int max) {
    return required(name) ? checkedText(name, min, max) : "";
  }

  /** As {@link #text}, but the value is never repeated in an answer. */
  public String secret(String name, int min, int max) {
    secrets.add(name);
    return text(name, min, max);
  }

  /** An optional text. */
  public Optional<String> optionalText(String name, int max) {
    return object.hasNonNull(name) ? Optional.of(checkedText(name, 0, max)) : Optional.empty();
  }

  /** A required number; NaN when it is invalid. */
  public double number(String name, double min, double max) {
    return required(name) ? checkedNumber(name, min, max) : Double.NaN;
  }

  /** An optional number. */
  public OptionalDouble optionalNumber(String name, double min, double max) {
    return object.hasNonNull(name)
        ? OptionalDouble.of(checkedNumber(name, min, max))
        : OptionalDouble.empty();
  }

  public String choice(String name, List<String> allowed) {
    return required(name) ? checkedChoice(name, allowed) : "";
  }

  /** One of the allowed words, {@code fallback} if the field is absent. */
  public String choice(String name, String fallback, List<String> allowed) {
    return object.has(name) ? checkedChoice(name, allowed) : fallback;
  }

  public boolean flag(String name, boolean fallback) {
    if (!object.has(name)) {
      return fallback;
    }
    demand(object.get(name).isBoolean(), name, "bool_type", "Input should be a valid boolean");
    return object.get(name).asBoolean();
  }

  /** A whole number from {@code min} to {@code max}, {@code fallback} if the field is absent. */
  public int integer(String name, int fallback, int min, int max) {
    if (!object.has(name)) {
      return fallback;
    }
    JsonNode value = object.get(name);
    if (demand(value.isIntegralNumber(), name, "int_type", "Input should be a valid integer")) {
      checkedNumber(name, min, max);
    }
    return value.asInt(fallback);
  }

  /** A required list of texts. */
  public List<String> texts(String name, int min, int max) {
    if (!required(name)
        || !demand(object.get(name).isArray(), name, "list_type", "Input should be a valid list")) {
      return List.of();
    }
    int size = object.get(name).size();
    demand(size >= min, name, "too_short", "List should have at least " + min + " items");
    demand(size <= max, name, "too_long", "List should have at most " + max + " items");
    List<String> texts = new ArrayList<>();
    for (JsonNode element : object.get(name)) {
      demand(element.isTextual(), name, "string_type", "Input should be a list of valid strings");
      texts.add(element.asText());
    }
    return texts;
  }

  /** A nested object, empty if the field is absent. */
  public JsonFields nested(String name) {
    JsonNode value = object.path(name);
    demand(
        value.isObject() || value.isMissingNode(),
        name,
        "dict_type",
        "Input should be a valid dictionary");
    return new JsonFields(
        value instanceof ObjectNode child ? child : Json.mapper().createObjectNode(),
        at(name),
        violations);
  }

  /** Whether the field is present, even if it is null. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** The object as it was sent. */
  public JsonNode asSent() {
    return object;
  }

  /** Adds a violation of a rule that only the caller knows. */
  public void reject(String name, String type, String message) {
    Object input = secrets.contains(name) ? "***" : object.get(name);
    violations.add(new Violation(type, at(name), message, input));
  }

  /**
   * @throws ValidationException with all violations, if there are any
   */
  public void throwIfInvalid() {
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
  }

  private List<String> at(String name) {
    return Stream.concat(location.stream(), Stream.of(name)).toList();
  }

  private boolean demand(boolean valid, String name, String type, String message) {
    if (!valid) {
      reject(name, type, message);
    }
    return valid;
  }

  private boolean required(String name) {
    return demand(object.has(name), name, "missing", "Field required");
  }

  private String checkedText(String name, int min, int max) {
    JsonNode value = object.get(name);
    int length = value.asText().length();
    boolean valid =
        demand(value.isTextual(), name, "string_type", "Input should be a valid string")
            && demand(length >= min, name, "string_too_short", "at least", min)
            && demand(length <= max, name, "string_too_long", "at most", max);
    return valid ? value.textValue() : "";
  }

  private boolean demand(boolean valid, String name, String type, String bound, int characters) {
    String counted = characters == 1 ? "1 character" : characters + " characters";
    return demand(valid, name, type, "String should have " + bound + " " + counted);
  }

  private double checkedNumber(String name, double min, double max) {
    JsonNode value = object.get(name);
    if (!demand(value.isNumber(), name, "float_type", "Input should be a valid number")) {
      return Double.NaN;
    }
    double number = value.doubleValue();
    String allowed = "Input should be from " + plain(min) + " to " + plain(max);
    demand(number >= min && number <= max, name, "out_of_range", allowed);
    return number;
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
  }

  private String checkedChoice(String name, List<String> allowed) {
    JsonNode value = object.get(name);
    boolean valid = value.isTextual() && allowed.contains(value.textValue());
    demand(valid, name, "enum", "Input should be one of " + String.join(", ", allowed));
    return value.asText();
  }
}
