package backend.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * An account.
 *
 * @param firstName null if never given
 * @param lastName null if never given
 */
record User(
    UUID id,
    String username,
    String email,
    String passwordHash,
    String firstName,
    String lastName,
    boolean active,
    boolean verified,
    Instant createdAt,
    Instant updatedAt) {

  /** Keeps the hash out of logs and messages. */
  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
