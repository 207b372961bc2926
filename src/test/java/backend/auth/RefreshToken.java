package backend.auth;

import java.time.Instant;
import java.util.UUID;

/** A signed token that buys new access tokens, and what it says. */
record RefreshToken(String text, UUID sessionId, UUID userId, Instant expiresAt) {

  /** Keeps the token itself out of logs and messages. */
  @Override
  public String toString() {
    return "RefreshToken[" + sessionId + "]";
  }
}
