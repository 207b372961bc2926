package backend.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/** What an account looks like from outside. */
record UserProfile(
    UUID id,
    String username,
    String email,
    String firstName,
    String lastName,
    @JsonProperty("is_active") boolean active,
    @JsonProperty("is_verified") boolean verified,
    Instant createdAt,
    Instant updatedAt) {

  static UserProfile of(User user) {
    return new UserProfile(
        user.id(),
        user.username(),
        user.email(),
        user.firstName(),
        user.lastName(),
        user.active(),
        user.verified(),
        user.createdAt(),
        user.updatedAt());
  }
}
