package backend.accounts;

import backend.kit.JsonFields;
import backend.kit.ValidationException;
import java.util.Optional;
import java.util.OptionalDouble;

/** The new values of an account; at least one of them is present. */
record AccountChange(Optional<String> name, OptionalDouble revenue, Optional<String> status) {

  static final int MAX_NAME = 200;
  static final double MAX_REVENUE = 1e12;

  /**
   * @throws ValidationException with every rule that is broken
   */
  static AccountChange read(JsonFields body) {
    Optional<String> name =
        body.has("name") ? Optional.of(body.text("name", 1, MAX_NAME)) : Optional.empty();
    OptionalDouble revenue = body.optionalNumber("revenue", 0, MAX_REVENUE);
    Optional<String> status =
        body.has("status")
            ? Optional.of(body.choice("status", Account.STATUSES))
            : Optional.empty();
    body.throwIfInvalid();
    if (name.isEmpty() && revenue.isEmpty() && status.isEmpty()) {
      throw new ValidationException(
          "missing", "At least one of name, revenue and status is required");
    }
    return new AccountChange(name, revenue, status);
  }
}
