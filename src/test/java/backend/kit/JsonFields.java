package backend.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The fields of a JSON object in a request body. Reading a field that breaks its rule notes a
 * violation and yields a placeholder; {@link #throwIfInvalid} comes before the values are used.
 */
public final class JsonFields {

  private static final String MASK = "***";

  private final ObjectNode object;
  private final Violations violations;

  private JsonFields(ObjectNode object, Violations violations) {
    this.object = object;
    this.violations = violations;
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
    return new JsonFields(parse(body), Violations.in("body"));
  }

  private static ObjectNode parse(byte[] body) {
    try {
      if (Json.mapper().readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw refused("model_attributes_type", "Input should be a valid dictionary or object");
    } catch (JsonProcessingException e) {
      throw refused("json_invalid", "JSON decode error");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ValidationException refused(String type, String message) {
    return new ValidationException(List.of(new Violation(type, List.of("body"), message, null)));
  }

  /** A text that must be there, with its length in characters. */
  public String text(String name, int min, int max) {
    return required(name) ? checkedText(name, min, max, false) : "";
  }

  /** As {@link #text}, but never told back to the client. */
  public String secret(String name, int min, int max) {
    return required(name) ? checkedText(name, min, max, true) : "";
  }

  /** A text that may be absent or null. */
  public Optional<String> optionalText(String name, int max) {
    return object.hasNonNull(name)
        ? Optional.of(checkedText(name, 0, max, false))
        : Optional.empty();
  }

  /** A number that must be there; what stands in for it in error is not a number. */
  public double number(String name, double min, double max) {
    return required(name) ? checkedNumber(name, min, max) : Double.NaN;
  }

  /** A number that may be absent or null. */
  public OptionalDouble optionalNumber(String name, double min, double max) {
    return object.hasNonNull(name)
        ? OptionalDouble.of(checkedNumber(name, min, max))
        : OptionalDouble.empty();
  }

  public String choice(String name, List<String> allowed) {
    return required(name) ? checkedChoice(name, object.get(name), allowed) : "";
  }

  /** One of the allowed words, {@code fallback} if the field is absent. */
  public String choice(String name, String fallback, List<String> allowed) {
    return object.has(name) ? checkedChoice(name, object.get(name), allowed) : fallback;
  }

  /** Any number of the allowed words, none if the field is absent or null. */
  public List<String> choices(String name, List<String> allowed) {
    if (!object.hasNonNull(name)) {
      return List.of();
    }
    return elements(name, 0, Integer.MAX_VALUE).stream()
        .map(element -> checkedChoice(name, element, allowed))
        .toList();
  }

  public boolean flag(String name, boolean fallback) {
    if (!object.has(name)) {
      return fallback;
    }
    if (!object.get(name).isBoolean()) {
      reject(name, "bool_type", "Input should be a valid boolean");
    }
    return object.get(name).asBoolean();
  }

  /** A whole number from {@code min} to {@code max}, {@code fallback} if the field is absent. */
  public int integer(String name, int fallback, int min, int max) {
    if (!object.has(name)) {
      return fallback;
    }
    JsonNode value = object.get(name);
    if (!value.isIntegralNumber()) {
      reject(name, "int_type", "Input should be a valid integer");
    } else if (!value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
      reject(name, "out_of_range", "Input should be from " + min + " to " + max);
    }
    return value.asInt(fallback);
  }

  /** A list of texts that must be there. */
  public List<String> texts(String name, int min, int max) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : required(name) ? elements(name, min, max) : List.<JsonNode>of()) {
      if (!element.isTextual()) {
        violations.add(name, "string_type", "Input should be a list of valid strings", element);
      }
      texts.add(element.asText());
    }
    return texts;
  }

  /** An object within the object, empty if the field is absent. */
  public JsonFields nested(String name) {
    JsonNode value = object.get(name);
    if (value != null && !value.isObject()) {
      reject(name, "dict_type", "Input should be a valid dictionary");
    }
    return new JsonFields(
        value instanceof ObjectNode child ? child : Json.mapper().createObjectNode(),
        violations.within(name));
  }

  /** Whether the field is there, be it null. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** A number of any size that may be absent. */
  public Optional<BigDecimal> decimal(String name, int least) {
    if (!object.has(name)) {
      return Optional.empty();
    }
    JsonNode value = object.get(name);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      reject(name, "decimal_type", "Input should be a valid number");
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue();
    if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
      reject(name, "greater_than_equal", "Input should be " + least + " or more");
    }
    return Optional.of(number);
  }

  /** The object as it was sent. */
  public JsonNode asSent() {
    return object;
  }

  /** Notes a violation of a rule that only the caller knows. */
  public void reject(String name, String type, String message) {
    violations.add(name, type, message, object.get(name));
  }

  /** As {@link #reject}, without telling the value back to the client. */
  public void rejectSecret(String name, String type, String message) {
    violations.add(name, type, message, MASK);
  }

  /**
   * @throws ValidationException with every violation noted so far, if there is one
   */
  public void throwIfInvalid() {
    violations.throwIfAny();
  }

  private boolean required(String name) {
    if (!object.has(name)) {
      violations.add(name, "missing", "Field required", null);
    }
    return object.has(name);
  }

  private String checkedText(String name, int min, int max, boolean secret) {
    JsonNode value = object.get(name);
    Object input = secret ? MASK : value;
    if (!value.isTextual()) {
      violations.add(name, "string_type", "Input should be a valid string", input);
    } else if (violations.checkLength(name, value.textValue(), min, max, input)) {
      return value.textValue();
    }
    return "";
  }

  private double checkedNumber(String name, double min, double max) {
    JsonNode value = object.get(name);
    if (!value.isNumber()) {
      reject(name, "float_type", "Input should be a valid number");
      return Double.NaN;
    }
    double number = value.doubleValue();
    if (!(number >= min && number <= max)) {
      reject(name, "out_of_range", "Input should be from " + min + " to " + max);
    }
    return number;
  }

  private String checkedChoice(String name, JsonNode value, List<String> allowed) {
    if (!value.isTextual() || !allowed.contains(value.textValue())) {
      String message = "Input should be one of " + String.join(", ", allowed);
      violations.add(name, "enum", message, value);
    }
    return value.asText();
  }

  private List<JsonNode> elements(String name, int min, int max) {
    JsonNode value = object.get(name);
    if (!value.isArray()) {
      reject(name, "list_type", "Input should be a valid list");
      return List.of();
    }
    if (value.size() < min) {
      reject(name, "too_short", "List should have at least " + min + " items");
    }
    if (value.size() > max) {
      reject(name, "too_long", "List should have at most " + max + " items");
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }
}
