package backend.auth;

import backend.kit.JsonFields;
import java.util.Locale;
import java.util.regex.Pattern;

/** A request for a new account that keeps the rules. */
record Registration(
    String username, String email, String password, String firstName, String lastName) {

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9]*");
  private static final Pattern PASSWORD = Pattern.compile("(?s)(?=.*[A-Z])(?=.*[a-z])(?=.*\\d).*");

  /**
   * @throws backend.kit.ValidationException with every rule that is broken
   */
  static Registration read(JsonFields body) {
    String username = body.text("username", 3, 50);
    if (!USERNAME.matcher(username).matches()) {
      body.reject("username", "value_error", "Username must contain letters and digits only");
    }
    String email = EmailAddress.read(body);
    String password = body.secret("password", 8, 128);
    if (!password.isEmpty() && !PASSWORD.matcher(password).matches()) {
      body.rejectSecret(
          "password",
          "value_error",
          "Password must contain an upper-case letter, a lower-case letter and a digit");
    }
    String firstName = body.optionalText("first_name", 50).orElse(null);
    String lastName = body.optionalText("last_name", 50).orElse(null);
    body.throwIfInvalid();
    return new Registration(
        username.toLowerCase(Locale.ROOT), email, password, firstName, lastName);
  }

  /** Keeps the password out of logs and messages. */
  @Override
  public String toString() {
    return "Registration[" + username + "]";
  }
}
