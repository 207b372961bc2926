package backend.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Consumer;

/** Reads and validates query parameters as {@link JsonFields} does the fields of a body. */
public final class QueryFields {

  private final ObjectNode object = Json.mapper().createObjectNode();
  private final JsonFields fields = JsonFields.of(object, "query");

  private QueryFields(Context ctx) {
    ctx.queryParamMap().forEach((name, values) -> object.put(name, values.get(0)));
  }

  public static QueryFields of(Context ctx) {
    return new QueryFields(ctx);
  }

  public int integer(String name, int fallback, int min, int max) {
    replace(name, text -> object.put(name, Long.parseLong(text)));
    return fields.integer(name, fallback, min, max);
  }

  public double number(String name, double fallback, double min, double max) {
    replace(name, text -> object.put(name, Double.parseDouble(text)));
    return fields.optionalNumber(name, min, max).orElse(fallback);
  }

  /** Replaces a text by the number it holds; other texts stay and become violations. */
  private void replace(String name, Consumer<String> parse) {
    try {
      if (object.has(name)) {
        parse.accept(object.get(name).asText());
      }
    } catch (NumberFormatException e) {
      // It stays a text.
    }
  }

  /** A required text, with its length in characters. */
  public String text(String name, int min, int max) {
    return fields.text(name, min, max);
  }

  public String text(String name, String fallback, int max) {
    return object.has(name) ? text(name, 1, max) : fallback;
  }

  public String choice(String name, String fallback, List<String> allowed) {
    return fields.choice(name, fallback, allowed);
  }

  /** Adds a violation of a rule that only the caller knows. */
  public void reject(String name, String type, String message) {
    fields.reject(name, type, message);
  }

  /**
   * @throws ValidationException with all violations, if there are any
   */
  public void throwIfInvalid() {
    fields.throwIfInvalid();
  }
}
