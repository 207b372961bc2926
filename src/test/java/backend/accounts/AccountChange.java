package backend.accounts;

import backend.kit.JsonFields;
import backend.kit.ValidationException;
import backend.kit.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a change of an account sets; at least one of them is there. */
record AccountChange(Optional<String> name, Optional<BigDecimal> revenue, Optional<String> status) {

  /**
   * @throws ValidationException with every rule that is broken
   */
  static AccountChange read(JsonFields body) {
    Optional<String> name =
        body.has("name")
            ? Optional.of(body.text("name", 1, NewAccount.MAX_NAME))
            : Optional.empty();
    Optional<BigDecimal> revenue = body.decimal("revenue", 0);
    Optional<String> status =
        body.has("status")
            ? Optional.of(body.choice("status", Account.STATUSES))
            : Optional.empty();
    body.throwIfInvalid();
    if (name.isEmpty() && revenue.isEmpty() && status.isEmpty()) {
      throw new ValidationException(
          List.of(
              new Violation(
                  "missing",
                  List.of("body"),
                  "At least one of name, revenue and status is required",
                  body.asSent())));
    }
    return new AccountChange(name, revenue, status);
  }
}
