package backend.kit;

import java.util.List;
import java.util.stream.Collectors;

/** A request that breaks the rules of its endpoint, with every rule it breaks. */
public final class ValidationException extends RuntimeException {

  final transient List<Violation> violations;

  public ValidationException(List<Violation> violations) {
    super(
        violations.stream()
            .map(violation -> violation.field() + ": " + violation.message())
            .collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.violations = violations;
  }
}
