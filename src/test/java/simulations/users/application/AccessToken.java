package simulations.users.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A JWT of which only the expiry is read; its signature is the backend's business. */
record AccessToken(String value, Instant expiry) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration EARLY = Duration.ofSeconds(30);

  static AccessToken of(String jwt) {
    String[] parts = jwt.split("\\.");
    if (parts.length != 3) {
      throw new IllegalArgumentException("the access token is not a JWT");
    }
    try {
      long exp = JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp").asLong();
      return new AccessToken(jwt, Instant.ofEpochSecond(exp));
    } catch (IOException e) {
      throw new IllegalArgumentException("the access token's claims are not JSON", e);
    }
  }

  /** Whether it is good for a request now; it is given up a little before it expires. */
  boolean usable() {
    return Instant.now().isBefore(expiry.minus(EARLY));
  }

  /** Without the token itself, which is a secret. */
  @Override
  public String toString() {
    return "access token until " + expiry;
  }
}
