package backend.kit;

import backend.kit.ValidationException.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads and validates the fields of a JSON body or the parameters of a query. A field that breaks
 * its rule adds a violation and yields a placeholder; call {@link #throwIfInvalid} before using the
 * values.
 */
public final class JsonFields {

  private final ObjectNode object;
  private final List<String> location;
  private final List<Violation> violations;

  private JsonFields(ObjectNode object, List<String> location, List<Violation> violations) {
    this.object = object;
    this.location = location;
    this.violations = violations;
  }

  /**
   * @throws ValidationException if the body is not a JSON object
   */
  public static JsonFields of(Context ctx) {
    try {
      if (ctx.isJson() && Json.mapper().readTree(ctx.bodyAsBytes()) instanceof ObjectNode object) {
        return new JsonFields(object, List.of("body"), new ArrayList<>());
      }
    } catch (IOException e) {
      // Refused like any other body that is no object.
    }
    throw new ValidationException("json_type", "Body should be a JSON object");
  }

  /** Numbers are texts in a query; those that are asked for as numbers are parsed then. */
  public static JsonFields ofQuery(Context ctx) {
    ObjectNode object = Json.mapper().createObjectNode();
    ctx.queryParamMap().forEach((name, values) -> object.put(name, values.get(0)));
    return new JsonFields(object, List.of("query"), new ArrayList<>());
  }

  /** A required text, with its length in characters. */
  public String text(String name, int min, int max) {
    boolean valid =
        keeps(name, JsonNode::isTextual, "string_type", "Input should be a valid string")
            && hasLength(name, object.get(name).textValue().length(), min, max, "string_");
    return valid ? object.get(name).textValue() : "";
  }

  /** An optional text. */
  public Optional<String> optionalText(String name, int max) {
    return object.hasNonNull(name) ? Optional.of(text(name, 0, max)) : Optional.empty();
  }

  /** A required number; NaN when it is invalid. */
  public double number(String name, double min, double max) {
    parse(name, text -> object.put(name, Double.parseDouble(text)));
    boolean valid =
        keeps(name, JsonNode::isNumber, "float_type", "Input should be a valid number")
            && isBetween(name, min, max);
    return valid ? object.get(name).doubleValue() : Double.NaN;
  }

  /** An optional number. */
  public OptionalDouble optionalNumber(String name, double min, double max) {
    return object.hasNonNull(name)
        ? OptionalDouble.of(number(name, min, max))
        : OptionalDouble.empty();
  }

  /** A whole number from {@code min} to {@code max}, {@code fallback} if the field is absent. */
  public int integer(String name, int fallback, int min, int max) {
    parse(name, text -> object.put(name, Long.parseLong(text)));
    boolean valid =
        has(name)
            && keeps(name, JsonNode::isIntegralNumber, "int_type", "Input should be a whole number")
            && isBetween(name, min, max);
    return valid ? object.get(name).intValue() : fallback;
  }

  /** One of the allowed words. */
  public String choice(String name, List<String> allowed) {
    boolean valid =
        keeps(
            name,
            word -> word.isTextual() && allowed.contains(word.textValue()),
            "enum",
            "Input should be one of " + String.join(", ", allowed));
    return valid ? object.get(name).textValue() : "";
  }

  /** One of the allowed words, {@code fallback} if the field is absent. */
  public String choice(String name, String fallback, List<String> allowed) {
    return has(name) ? choice(name, allowed) : fallback;
  }

  public boolean flag(String name, boolean fallback) {
    return has(name)
            && keeps(name, JsonNode::isBoolean, "bool_type", "Input should be a valid boolean")
        ? object.get(name).booleanValue()
        : fallback;
  }

  /** A required list of texts. */
  public List<String> texts(String name, int min, int max) {
    boolean valid =
        keeps(
                name,
                list -> list.isArray() && elements(list).allMatch(JsonNode::isTextual),
                "string_type",
                "Input should be a list of valid strings")
            && hasLength(name, object.get(name).size(), min, max, "");
    return valid ? elements(object.get(name)).map(JsonNode::textValue).toList() : List.of();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** A nested object, empty if the field is absent. */
  public JsonFields nested(String name) {
    boolean valid =
        has(name) && keeps(name, JsonNode::isObject, "dict_type", "Input should be an object");
    return new JsonFields(
        valid ? (ObjectNode) object.get(name) : object.objectNode(), at(name), violations);
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
    violations.add(new Violation(type, at(name), message));
  }

  /**
   * @throws ValidationException with all violations, if there are any
   */
  public void throwIfInvalid() {
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
  }

  /** In a query, replaces a text by the number it holds; other texts become violations. */
  private void parse(String name, Consumer<String> put) {
    if (location.get(0).equals("query") && has(name)) {
      try {
        put.accept(object.get(name).textValue());
      } catch (NumberFormatException e) {
        // It stays a text.
      }
    }
  }

  private List<String> at(String name) {
    return Stream.concat(location.stream(), Stream.of(name)).toList();
  }

  /** Whether the field is there and keeps the rule; if not, adds a violation. */
  private boolean keeps(String name, Predicate<JsonNode> rule, String type, String message) {
    if (!has(name)) {
      reject(name, "missing", "Field required");
    } else if (!rule.test(object.get(name))) {
      reject(name, type, message);
    } else {
      return true;
    }
    return false;
  }

  /** In characters or items; {@code kind} begins the type of a violation. */
  private boolean hasLength(String name, int length, int min, int max, String kind) {
    if (length < min) {
      reject(name, kind + "too_short", "Length should be at least " + min);
    } else if (length > max) {
      reject(name, kind + "too_long", "Length should be at most " + max);
    }
    return length >= min && length <= max;
  }

  private boolean isBetween(String name, double min, double max) {
    String message = "Input should be from " + plain(min) + " to " + plain(max);
    Predicate<JsonNode> rule = value -> value.doubleValue() >= min && value.doubleValue() <= max;
    return keeps(name, rule, "out_of_range", message);
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
  }
}
