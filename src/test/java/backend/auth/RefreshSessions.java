package backend.auth;

import backend.kit.Database;
import java.time.Instant;
import java.util.UUID;

/** The table of refresh tokens that may still be used, each one a session keyed by its id. */
final class RefreshSessions {

  private final Database database;
  private final boolean revocation;

  /** Without {@code revocation} a token stays good until it expires: a fault to be found. */
  RefreshSessions(Database database, boolean revocation) {
    this.database = database;
    this.revocation = revocation;
    database.execute(
        """
        CREATE TABLE refresh_sessions (
          id UUID PRIMARY KEY,
          user_id UUID NOT NULL REFERENCES users(id),
          expires_at TIMESTAMP WITH TIME ZONE NOT NULL
        )
        """);
  }

  void open(RefreshToken token) {
    database.update(
        "INSERT INTO refresh_sessions VALUES (?, ?, ?)",
        token.sessionId(),
        token.userId(),
        token.expiresAt());
  }

  /**
   * Puts a new token in the place of an old one, in one statement, so that of two refreshes with
   * the same token exactly one wins.
   *
   * @return whether the old token was still good
   */
  boolean replace(UUID oldSessionId, RefreshToken token) {
    if (!revocation) {
      boolean known = isOpen(oldSessionId);
      if (known) {
        open(token);
      }
      return known;
    }
    return database.update(
            """
            UPDATE refresh_sessions SET id = ?, expires_at = ?
            WHERE id = ? AND expires_at > ?
            """,
            token.sessionId(),
            token.expiresAt(),
            oldSessionId,
            Instant.now())
        == 1;
  }

  void revoke(UUID sessionId) {
    if (revocation) {
      database.update("DELETE FROM refresh_sessions WHERE id = ?", sessionId);
    }
  }

  /** Sessions that could still be refreshed. */
  long live() {
    return database
        .queryFirst(
            "SELECT COUNT(*) FROM refresh_sessions WHERE expires_at > ?",
            row -> row.getLong(1),
            Instant.now())
        .orElseThrow();
  }

  private boolean isOpen(UUID sessionId) {
    return database
        .queryFirst(
            "SELECT 1 FROM refresh_sessions WHERE id = ? AND expires_at > ?",
            row -> true,
            sessionId,
            Instant.now())
        .isPresent();
  }
}
