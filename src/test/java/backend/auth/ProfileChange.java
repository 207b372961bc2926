package backend.auth;

import backend.kit.JsonFields;

/** What an owner wants to change in the profile; null keeps a value. */
record ProfileChange(String firstName, String lastName, String email) {

  /**
   * @throws backend.kit.ValidationException with every rule that is broken
   */
  static ProfileChange read(JsonFields body) {
    String firstName = body.optionalText("first_name", 50).orElse(null);
    String lastName = body.optionalText("last_name", 50).orElse(null);
    String email = EmailAddress.readOptional(body);
    body.throwIfInvalid();
    return new ProfileChange(firstName, lastName, email);
  }
}
