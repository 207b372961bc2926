package backend.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;

/** A request that breaks the rules of its endpoint, with every rule it breaks. */
public final class ValidationException extends RuntimeException {

  /**
   * One field that breaks a rule.
   *
   * @param type kind of the violation, such as {@code missing}
   * @param location where it is, from the outside in, such as body, username
   * @param message what is allowed
   */
  record Violation(
      String type,
      @JsonProperty("loc") List<String> location,
      @JsonProperty("msg") String message) {}

  final transient List<Violation> violations;

  ValidationException(List<Violation> violations) {
    super(
        violations.stream()
            .map(broken -> broken.location.get(broken.location.size() - 1) + ": " + broken.message)
            .collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.violations = violations;
  }

  /** A body that breaks a rule as a whole. */
  public ValidationException(String type, String message) {
    this(List.of(new Violation(type, List.of("body"), message)));
  }
}
