package backend.accounts;

import backend.kit.JsonFields;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request for an account that keeps the rules; without an id the server gives one. */
record NewAccount(Optional<String> id, String name, BigDecimal revenue) {

  static final int MAX_NAME = 200;
  private static final int MAX_ID = 64;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

  /**
   * @throws backend.kit.ValidationException with every rule that is broken
   */
  static NewAccount read(JsonFields body) {
    String name = body.text("name", 1, MAX_NAME);
    BigDecimal revenue = body.decimal("revenue", 0).orElse(BigDecimal.ZERO);
    Optional<String> id = body.optionalText("id", MAX_ID);
    if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      body.reject(
          "id",
          "string_pattern_mismatch",
          "String should have 1 to 64 letters, digits, underscores and hyphens");
    }
    body.throwIfInvalid();
    return new NewAccount(id, name, revenue);
  }
}
