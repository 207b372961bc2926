package backend.application;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Issues and reads the signed tokens; the key is drawn anew for every instance of the backend. */
final class Tokens {

  static final Duration REFRESH_LIFETIME = Duration.ofDays(7);

  private final Duration accessLifetime;
  private final Algorithm algorithm;

  Tokens(Duration accessLifetime) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.accessLifetime = accessLifetime;
    this.algorithm = Algorithm.HMAC256(key);
  }

  /** A refresh token and its claims. */
  record RefreshToken(String text, UUID sessionId, UUID userId) {}

  String issueAccess(UUID userId) {
    return sign(userId, UUID.randomUUID(), "access", accessLifetime);
  }

  RefreshToken issueRefresh(UUID userId) {
    UUID sessionId = UUID.randomUUID();
    String text = sign(userId, sessionId, "refresh", REFRESH_LIFETIME);
    return new RefreshToken(text, sessionId, userId);
  }

  private String sign(UUID userId, UUID tokenId, String type, Duration lifetime) {
    return JWT.create()
        .withSubject(userId.toString())
        .withJWTId(tokenId.toString())
        .withClaim("type", type)
        .withExpiresAt(Instant.now().plus(lifetime))
        .sign(algorithm);
  }

  /** The user an access token belongs to; empty for anything that is not a good access token. */
  Optional<UUID> accessUser(String token) {
    return verified(token, "access").map(jwt -> UUID.fromString(jwt.getSubject()));
  }

  /** Reads a refresh token, whether its session is still open or not; empty for anything else. */
  Optional<RefreshToken> readRefresh(String token) {
    return verified(token, "refresh")
        .map(
            jwt ->
                new RefreshToken(
                    token, UUID.fromString(jwt.getId()), UUID.fromString(jwt.getSubject())));
  }

  private Optional<DecodedJWT> verified(String token, String type) {
    try {
      return Optional.of(JWT.require(algorithm).withClaim("type", type).build().verify(token));
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }
}
