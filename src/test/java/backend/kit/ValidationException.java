package backend.kit;

import java.util.List;

/** A request that breaks the rules of its endpoint, with every rule it breaks. */
public final class ValidationException extends RuntimeException {

  private final transient List<Violation> violations;

  public ValidationException(List<Violation> violations) {
    super("validation error", null, false, false);
    this.violations = List.copyOf(violations);
  }

  List<Violation> violations() {
    return violations;
  }
}
