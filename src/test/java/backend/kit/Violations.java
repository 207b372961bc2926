package backend.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is wrong in one part of a request, so that the client learns all of it at once. */
final class Violations {

  private final List<String> location;
  private final List<Violation> found;

  private Violations(List<String> location, List<Violation> found) {
    this.location = location;
    this.found = found;
  }

  /** {@code part} is the outermost location: body, query or path. */
  static Violations in(String part) {
    return new Violations(List.of(part), new ArrayList<>());
  }

  /** For an object within this one; what it collects counts here as well. */
  Violations within(String field) {
    return new Violations(at(field), found);
  }

  void add(String field, String type, String message, Object input) {
    found.add(new Violation(type, at(field), message, input));
  }

  private List<String> at(String field) {
    return Stream.concat(location.stream(), Stream.of(field)).toList();
  }

  /** Demands a length in characters; says whether it holds. */
  boolean checkLength(String field, String value, int min, int max, Object input) {
    if (value.length() < min) {
      add(field, "string_too_short", "String should have at least " + counted(min), input);
    } else if (value.length() > max) {
      add(field, "string_too_long", "String should have at most " + counted(max), input);
    } else {
      return true;
    }
    return false;
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ValidationException(found);
    }
  }

  private static String counted(int characters) {
    return characters == 1 ? "1 character" : characters + " characters";
  }
}
