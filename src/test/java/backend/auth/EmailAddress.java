package backend.auth;

import backend.kit.JsonFields;
import java.util.regex.Pattern;

/** What counts as an e-mail address here: the common form, not every oddity of RFC 5322. */
final class EmailAddress {

  private static final int MAX_LENGTH = 254;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private EmailAddress() {}

  /** The field {@code email}, which must be there. */
  static String read(JsonFields body) {
    String email = body.text("email", 1, MAX_LENGTH);
    return email.isEmpty() ? email : checked(body, email);
  }

  /** The field {@code email}, null if it is absent. */
  static String readOptional(JsonFields body) {
    return body.optionalText("email", MAX_LENGTH).map(email -> checked(body, email)).orElse(null);
  }

  private static String checked(JsonFields body, String email) {
    if (!FORM.matcher(email).matches()) {
      body.reject("email", "value_error", "value is not a valid email address");
    }
    return email;
  }
}
