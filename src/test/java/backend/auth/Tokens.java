package backend.auth;

import backend.kit.ApiException;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Issues and reads the signed tokens; the key is drawn anew for every instance of the backend. */
final class Tokens {

  static final Duration REFRESH_LIFETIME = Duration.ofDays(7);

  private static final String TYPE = "type";
  private static final String ACCESS = "access";
  private static final String REFRESH = "refresh";

  private final Duration accessLifetime;
  private final Algorithm algorithm;
  private final JWTVerifier verifier;

  Tokens(Duration accessLifetime) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.accessLifetime = accessLifetime;
    this.algorithm = Algorithm.HMAC256(key);
    this.verifier = JWT.require(algorithm).build();
  }

  String issueAccess(UUID userId) {
    return sign(userId, UUID.randomUUID(), ACCESS, Instant.now().plus(accessLifetime));
  }

  RefreshToken issueRefresh(UUID userId) {
    UUID sessionId = UUID.randomUUID();
    Instant expiresAt = Instant.now().plus(REFRESH_LIFETIME);
    return new RefreshToken(
        sign(userId, sessionId, REFRESH, expiresAt), sessionId, userId, expiresAt);
  }

  /** The user an access token belongs to; empty for anything that is not a good access token. */
  Optional<UUID> accessUser(String token) {
    return verified(token)
        .filter(jwt -> ACCESS.equals(jwt.getClaim(TYPE).asString()))
        .flatMap(jwt -> uuid(jwt.getSubject()));
  }

  /**
   * Reads a refresh token, whether its session is still good or not.
   *
   * @throws ApiException as the contract wants it for everything that is not one
   */
  RefreshToken readRefresh(String token) {
    DecodedJWT jwt =
        verified(token).orElseThrow(() -> ApiException.unauthorized("Invalid refresh token"));
    if (!REFRESH.equals(jwt.getClaim(TYPE).asString())) {
      throw ApiException.badRequest("Invalid token type");
    }
    return uuid(jwt.getId())
        .flatMap(
            session ->
                uuid(jwt.getSubject())
                    .map(
                        user ->
                            new RefreshToken(token, session, user, jwt.getExpiresAtAsInstant())))
        .orElseThrow(() -> ApiException.badRequest("Malformed refresh token"));
  }

  /** The session of a refresh token; empty for anything that is not a good refresh token. */
  Optional<UUID> refreshSession(String token) {
    try {
      return Optional.of(readRefresh(token).sessionId());
    } catch (ApiException e) {
      return Optional.empty();
    }
  }

  private String sign(UUID userId, UUID tokenId, String type, Instant expiresAt) {
    return JWT.create()
        .withSubject(userId.toString())
        .withJWTId(tokenId.toString())
        .withClaim(TYPE, type)
        .withExpiresAt(expiresAt)
        .sign(algorithm);
  }

  private Optional<DecodedJWT> verified(String token) {
    try {
      return Optional.of(verifier.verify(token));
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
