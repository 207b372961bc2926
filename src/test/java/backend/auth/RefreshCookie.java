package backend.auth;

import io.javalin.http.Context;
import java.util.Optional;

/** The cookie that carries the refresh token; written by hand, because each attribute is given. */
final class RefreshCookie {

  private static final String NAME = "refresh_token";

  private RefreshCookie() {}

  static Optional<String> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(NAME)).filter(value -> !value.isEmpty());
  }

  static void set(Context ctx, RefreshToken token) {
    write(ctx, token.text(), Tokens.REFRESH_LIFETIME.toSeconds());
  }

  static void delete(Context ctx) {
    write(ctx, "", 0);
  }

  private static void write(Context ctx, String value, long maxAgeSeconds) {
    ctx.header(
        "Set-Cookie",
        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=lax".formatted(NAME, value, maxAgeSeconds));
  }
}
