package backend.application;

import backend.kit.ApiException;
import backend.kit.Database;
import backend.kit.DuplicateKeyException;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The table of accounts, and the check of passwords. */
final class Accounts {

  private final Database database;
  private final Passwords passwords;

  Accounts(Database database, Passwords passwords) {
    this.database = database;
    this.passwords = passwords;
    database.execute(
        """
        CREATE TABLE users (
          id UUID PRIMARY KEY,
          username VARCHAR(50) NOT NULL UNIQUE,
          email VARCHAR(254) NOT NULL UNIQUE,
          password_hash VARCHAR(60) NOT NULL,
          first_name VARCHAR(50),
          last_name VARCHAR(50)
        )
        """);
  }

  /** An account as the client sees it, and the hash, which it does not; names may be null. */
  record User(
      UUID id,
      String username,
      String email,
      @JsonIgnore String passwordHash,
      String firstName,
      String lastName) {}

  User register(String username, String email, String password, String firstName, String lastName) {
    demandFree(username, email);
    UUID id = UUID.randomUUID();
    String hash = passwords.hash(password);
    try {
      database.update(
          "INSERT INTO users VALUES (?, ?, ?, ?, ?, ?)",
          id,
          username,
          email,
          hash,
          firstName,
          lastName);
    } catch (DuplicateKeyException e) {
      // Another registration was faster while the password was hashed.
      demandFree(username, email);
      throw e;
    }
    return byId(id);
  }

  private void demandFree(String username, String email) {
    if (by("email", email).isPresent()) {
      throw ApiException.badRequest("Email already registered");
    }
    if (by("username", username).isPresent()) {
      throw ApiException.badRequest("Username already taken");
    }
  }

  /** The account behind a username or an e-mail and its password. */
  User authenticate(String login, String password) {
    Optional<User> found = by("username", login).or(() -> by("email", login));
    String hash = found.map(User::passwordHash).orElse(passwords.hashOfNobody());
    boolean matches = passwords.matches(password, hash);
    return found
        .filter(user -> matches)
        .orElseThrow(() -> ApiException.bearerRequired("Incorrect username or password"));
  }

  User byId(UUID id) {
    return by("id", id).orElseThrow(() -> ApiException.notFound("User not found"));
  }

  /** Changes the names; null keeps one. */
  User rename(UUID id, String firstName, String lastName) {
    database.update(
        """
        UPDATE users
        SET first_name = COALESCE(?, first_name), last_name = COALESCE(?, last_name)
        WHERE id = ?
        """,
        firstName,
        lastName,
        id);
    return byId(id);
  }

  void changePassword(User user, String current, String replacement) {
    if (!passwords.matches(current, user.passwordHash())) {
      throw ApiException.badRequest("Incorrect current password");
    }
    database.update(
        "UPDATE users SET password_hash = ? WHERE id = ?", passwords.hash(replacement), user.id());
  }

  private Optional<User> by(String column, Object value) {
    return database.queryFirst(
        "SELECT * FROM users WHERE " + column + " = ?", Accounts::user, value);
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("email"),
        row.getString("password_hash"),
        row.getString("first_name"),
        row.getString("last_name"));
  }
}
