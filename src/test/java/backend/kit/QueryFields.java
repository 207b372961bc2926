package backend.kit;

import io.javalin.http.Context;
import java.util.List;

/**
 * The parameters behind the question mark. Reading one that breaks its rule notes a violation and
 * yields a placeholder; {@link #throwIfInvalid} comes before the values are used.
 */
public final class QueryFields {

  private final Context ctx;
  private final Violations violations = Violations.in("query");

  private QueryFields(Context ctx) {
    this.ctx = ctx;
  }

  public static QueryFields of(Context ctx) {
    return new QueryFields(ctx);
  }

  public int integer(String name, int fallback, int min, int max) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return fallback;
    }
    try {
      return (int) inRange(name, Integer.parseInt(text), min, max, text);
    } catch (NumberFormatException e) {
      violations.add(name, "int_parsing", "Input should be a valid integer", text);
      return fallback;
    }
  }

  public double number(String name, double fallback, double min, double max) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return fallback;
    }
    try {
      return inRange(name, Double.parseDouble(text), min, max, text);
    } catch (NumberFormatException e) {
      violations.add(name, "float_parsing", "Input should be a valid number", text);
      return fallback;
    }
  }

  /** A text that must be there, with its length in characters. */
  public String text(String name, int min, int max) {
    String text = ctx.queryParam(name);
    if (text == null) {
      violations.add(name, "missing", "Field required", null);
      return "";
    }
    return violations.checkLength(name, text, min, max, text) ? text : "";
  }

  public String text(String name, String fallback, int max) {
    return ctx.queryParam(name) == null ? fallback : text(name, 1, max);
  }

  public String choice(String name, String fallback, List<String> allowed) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return fallback;
    }
    if (!allowed.contains(text)) {
      String message = "Input should be one of " + String.join(", ", allowed);
      violations.add(name, "enum", message, text);
    }
    return text;
  }

  /** Notes a violation of a rule that only the caller knows. */
  public void reject(String name, String type, String message) {
    violations.add(name, type, message, ctx.queryParam(name));
  }

  /**
   * @throws ValidationException with every violation noted so far, if there is one
   */
  public void throwIfInvalid() {
    violations.throwIfAny();
  }

  private double inRange(String name, double value, double min, double max, String text) {
    if (!(value >= min && value <= max)) {
      String message = "Input should be from " + plain(min) + " to " + plain(max);
      violations.add(name, "out_of_range", message, text);
    }
    return value;
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
  }
}
