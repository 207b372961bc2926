package backend.application;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import backend.kit.ApiException;
import backend.kit.Database;
import backend.kit.Database.DuplicateKeyException;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The table of accounts, and the check of passwords, which are stored as hashes. */
final class Accounts {

  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  /** Without it bcrypt refuses passwords of more than 72 bytes. */
  private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);

  private final Database database;
  private final int bcryptCost;

  /** {@code bcryptCost} is the logarithm of the rounds spent on a password. */
  Accounts(Database database, int bcryptCost) {
    this.database = database;
    this.bcryptCost = bcryptCost;
    database.execute(
        """
        CREATE TABLE users (
          id UUID PRIMARY KEY,
          username VARCHAR(50) NOT NULL UNIQUE,
          email VARCHAR(254) NOT NULL UNIQUE,
          password_hash VARCHAR(60) NOT NULL,
          first_name VARCHAR(50)
        )
        """);
  }

  /** An account as the client sees it, and the hash, which it does not; the name may be null. */
  record User(
      UUID id, String username, String email, @JsonIgnore String passwordHash, String firstName) {}

  User register(String username, String email, String password, String firstName) {
    UUID id = UUID.randomUUID();
    try {
      database.update(
          "INSERT INTO users VALUES (?, ?, ?, ?, ?)",
          id,
          username,
          email,
          hash(password),
          firstName);
    } catch (DuplicateKeyException e) {
      throw new ApiException(400, "Email or username already registered");
    }
    return byId(id);
  }

  /** The account behind a username and its password. */
  User authenticate(String username, String password) {
    return by("username", username)
        .filter(user -> matches(password, user))
        .orElseThrow(() -> new ApiException(401, "Incorrect username or password"));
  }

  User byId(UUID id) {
    return by("id", id).orElseThrow(() -> new ApiException(404, "User not found"));
  }

  /** Changes the name; null keeps it. */
  User rename(UUID id, String firstName) {
    database.update(
        "UPDATE users SET first_name = COALESCE(?, first_name) WHERE id = ?", firstName, id);
    return byId(id);
  }

  void changePassword(User user, String current, String replacement) {
    if (!matches(current, user)) {
      throw new ApiException(400, "Incorrect current password");
    }
    database.update(
        "UPDATE users SET password_hash = ? WHERE id = ?", hash(replacement), user.id());
  }

  private String hash(String password) {
    return BCrypt.with(VERSION, LONG).hashToString(bcryptCost, password.toCharArray());
  }

  private static boolean matches(String password, User user) {
    return BCrypt.verifyer(VERSION, LONG)
        .verify(password.toCharArray(), user.passwordHash().toCharArray())
        .verified;
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
        row.getString("first_name"));
  }
}
