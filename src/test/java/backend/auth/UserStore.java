package backend.auth;

import backend.kit.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The table of accounts. */
final class UserStore {

  private final Database database;

  UserStore(Database database) {
    this.database = database;
    database.execute(
        """
        CREATE TABLE users (
          id UUID PRIMARY KEY,
          username VARCHAR(50) NOT NULL UNIQUE,
          email VARCHAR(254) NOT NULL UNIQUE,
          password_hash VARCHAR(60) NOT NULL,
          first_name VARCHAR(50),
          last_name VARCHAR(50),
          is_active BOOLEAN NOT NULL,
          is_verified BOOLEAN NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE NOT NULL
        )
        """);
  }

  /**
   * @throws backend.kit.DuplicateKeyException if the username or the e-mail is taken
   */
  void insert(User user) {
    database.update(
        "INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        user.id(),
        user.username(),
        user.email(),
        user.passwordHash(),
        user.firstName(),
        user.lastName(),
        user.active(),
        user.verified(),
        user.createdAt(),
        user.updatedAt());
  }

  /**
   * Changes what the owner may change; null keeps a value.
   *
   * @throws backend.kit.DuplicateKeyException if the e-mail is taken
   */
  void updateProfile(UUID id, ProfileChange change) {
    database.update(
        """
        UPDATE users
        SET first_name = COALESCE(?, first_name),
            last_name = COALESCE(?, last_name),
            email = COALESCE(?, email),
            updated_at = ?
        WHERE id = ?
        """,
        change.firstName(),
        change.lastName(),
        change.email(),
        Instant.now(),
        id);
  }

  void updatePassword(UUID id, String passwordHash) {
    database.update(
        "UPDATE users SET password_hash = ?, updated_at = ? WHERE id = ?",
        passwordHash,
        Instant.now(),
        id);
  }

  Optional<User> byId(UUID id) {
    return database.queryFirst("SELECT * FROM users WHERE id = ?", UserStore::user, id);
  }

  Optional<User> byUsername(String username) {
    return database.queryFirst("SELECT * FROM users WHERE username = ?", UserStore::user, username);
  }

  Optional<User> byEmail(String email) {
    return database.queryFirst("SELECT * FROM users WHERE email = ?", UserStore::user, email);
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("email"),
        row.getString("password_hash"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getBoolean("is_active"),
        row.getBoolean("is_verified"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
