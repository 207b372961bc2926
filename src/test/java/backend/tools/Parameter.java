package backend.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One argument of a tool.
 *
 * @param allowed the only values, none for any
 * @param fallback when it is not sent; null for a required one and for one that may be absent
 */
record Parameter(String name, Type type, boolean required, List<String> allowed, Object fallback) {

  enum Type {
    TEXT("string"),
    TEXTS("array"),
    FLAG("boolean"),
    NUMBER("integer");

    private final String word;

    Type(String word) {
      this.word = word;
    }
  }

  static Parameter required(String name, Type type) {
    return new Parameter(name, type, true, List.of(), null);
  }

  static Parameter optional(String name, Type type, Object fallback) {
    return new Parameter(name, type, false, List.of(), fallback);
  }

  static Parameter oneOf(String name, List<String> allowed, String fallback) {
    return new Parameter(name, Type.TEXT, false, allowed, fallback);
  }

  /** As JSON Schema says it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Schema(
      String type,
      @JsonProperty("enum") List<String> allowed,
      @JsonProperty("default") Object fallback,
      Map<String, String> items) {}

  Schema schema() {
    return new Schema(
        type.word,
        allowed.isEmpty() ? null : allowed,
        fallback,
        type == Type.TEXTS ? Map.of("type", Type.TEXT.word) : null);
  }
}
