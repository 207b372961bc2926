package backend.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The arguments of one call, checked against the parameters of its tool. */
final class Arguments {

  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_TEXTS = 100;

  private final Map<String, Object> values = new HashMap<>();

  private Arguments() {}

  /**
   * @throws ToolException for the first argument that is missing or not allowed
   */
  static Arguments read(List<Parameter> parameters, JsonNode sent) {
    Arguments arguments = new Arguments();
    for (Parameter parameter : parameters) {
      arguments.values.put(parameter.name(), value(parameter, sent.path(parameter.name())));
    }
    return arguments;
  }

  private static Object value(Parameter parameter, JsonNode sent) {
    if (sent.isMissingNode() || sent.isNull()) {
      if (parameter.required()) {
        throw new ToolException("missing required argument '" + parameter.name() + "'");
      }
      return parameter.fallback();
    }
    return switch (parameter.type()) {
      case TEXT -> text(parameter, sent);
      case TEXTS -> texts(parameter, sent);
      case FLAG -> checked(sent.isBoolean(), parameter, "true or false", sent.asBoolean());
      case NUMBER ->
          checked(
              sent.isInt() && sent.intValue() > 0,
              parameter,
              "a whole number above 0",
              sent.intValue());
    };
  }

  private static Object text(Parameter parameter, JsonNode sent) {
    String text = checkedText(parameter, sent);
    String allowed = "one of " + String.join(", ", parameter.allowed());
    boolean valid = parameter.allowed().isEmpty() || parameter.allowed().contains(text);
    return checked(valid, parameter, allowed, text);
  }

  private static Object texts(Parameter parameter, JsonNode sent) {
    checked(
        sent.isArray() && !sent.isEmpty() && sent.size() <= MOST_TEXTS,
        parameter,
        "a list of 1 to " + MOST_TEXTS + " texts",
        sent);
    return StreamSupport.stream(sent.spliterator(), false)
        .map(element -> checkedText(parameter, element))
        .toList();
  }

  private static String checkedText(Parameter parameter, JsonNode sent) {
    boolean valid =
        sent.isTextual() && !sent.asText().isBlank() && sent.asText().length() <= LONGEST_TEXT;
    String allowed = "text of at most " + LONGEST_TEXT + " characters";
    return checked(valid, parameter, allowed, sent.asText());
  }

  private static <T> T checked(boolean valid, Parameter parameter, String allowed, T value) {
    if (!valid) {
      throw new ToolException("argument '" + parameter.name() + "' must be " + allowed);
    }
    return value;
  }

  String text(String name) {
    return (String) values.get(name);
  }

  boolean flag(String name) {
    return (Boolean) values.get(name);
  }

  int number(String name) {
    return (Integer) values.get(name);
  }

  List<String> texts(String name) {
    return ((List<?>) values.get(name)).stream().map(String.class::cast).toList();
  }
}
