package simulations.users.application;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a user of the authentication API registers with. */
record Account(
    String username,
    String email,
    String password,
    @JsonProperty("first_name") String firstName,
    @JsonProperty("last_name") String lastName) {

  public static Account random() {
    String suffix = RandomText.of(12);
    return new Account(
        "testuser" + suffix,
        "testuser_" + suffix + "@example.com",
        "SecurePass123!",
        "Load",
        "Tester");
  }

  Account withPassword(String newPassword) {
    return new Account(username, email, newPassword, firstName, lastName);
  }

  Login login() {
    return new Login(username, password);
  }

  /** The credentials alone. */
  record Login(String username, String password) {

    @Override
    public String toString() {
      return username;
    }
  }

  @Override
  public String toString() {
    return username;
  }
}
