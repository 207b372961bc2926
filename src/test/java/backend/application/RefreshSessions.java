package backend.application;

import backend.application.Tokens.RefreshToken;
import backend.kit.Database;
import java.util.UUID;

/** The table of refresh tokens that may still be used, each one a session keyed by its id. */
final class RefreshSessions {

  private final Database database;
  private final boolean revocation;

  /**
   * Without {@code revocation} a token is accepted until it expires: a fault for a gate to find.
   */
  RefreshSessions(Database database, boolean revocation) {
    this.database = database;
    this.revocation = revocation;
    database.execute(
        """
        CREATE TABLE refresh_sessions (
          id UUID PRIMARY KEY,
          user_id UUID NOT NULL REFERENCES users(id)
        )
        """);
  }

  void open(RefreshToken token) {
    database.update(
        "INSERT INTO refresh_sessions VALUES (?, ?)", token.sessionId(), token.userId());
  }

  /**
   * Replaces an old token by a new one, in one statement, so that of two refreshes with the same
   * token exactly one wins.
   *
   * @return whether the old token was still good
   */
  boolean replace(UUID oldSessionId, RefreshToken token) {
    if (!revocation) {
      open(token);
      return true;
    }
    return database.update(
            "UPDATE refresh_sessions SET id = ? WHERE id = ?", token.sessionId(), oldSessionId)
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
        .queryFirst("SELECT COUNT(*) FROM refresh_sessions", row -> row.getLong(1))
        .orElseThrow();
  }
}
