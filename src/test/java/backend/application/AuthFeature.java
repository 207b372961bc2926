package backend.application;

import backend.application.Accounts.User;
import backend.application.Tokens.RefreshToken;
import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Accounts, and sessions made of short access tokens and rotating refresh tokens. */
final class AuthFeature implements Feature {

  private static final String PREFIX = "/api/v1/auth";
  private static final String COOKIE = "refresh_token";
  private static final String BEARER = "Bearer ";
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern PASSWORD = Pattern.compile("(?s)(?=.*[A-Z])(?=.*[a-z])(?=.*\\d).*");

  /** The common form of an address, not every oddity of RFC 5322. */
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private final Accounts accounts;
  private final Tokens tokens;
  private final RefreshSessions sessions;

  AuthFeature(Accounts accounts, Tokens tokens, RefreshSessions sessions) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post(PREFIX + "/register", this::register);
    routes.post(PREFIX + "/login", this::login);
    routes.get(PREFIX + "/me", ctx -> ctx.json(currentUser(ctx)));
    routes.put(PREFIX + "/me", this::rename);
    routes.post(PREFIX + "/change-password", this::changePassword);
    routes.post(PREFIX + "/forgot-password", AuthFeature::forgotPassword);
    routes.post(PREFIX + "/refresh", this::refresh);
    routes.post(PREFIX + "/logout", this::logout);
  }

  private void register(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String username = body.text("username", 3, 50);
    demand(body, "username", username, USERNAME, "letters and digits only");
    String email = email(body);
    String password = body.text("password", 8, 128);
    demand(body, "password", password, PASSWORD, "upper-case and lower-case letters and digits");
    String firstName = body.optionalText("first_name", 50).orElse(null);
    body.throwIfInvalid();
    User user = accounts.register(username.toLowerCase(Locale.ROOT), email, password, firstName);
    ctx.status(201).json(user);
  }

  private static String email(JsonFields body) {
    String email = body.text("email", 1, 254);
    demand(body, "email", email, EMAIL, "a valid e-mail address");
    return email;
  }

  private static void demand(
      JsonFields body, String field, String value, Pattern form, String what) {
    if (!value.isEmpty() && !form.matcher(value).matches()) {
      body.reject(field, "value_error", "Value should have " + what);
    }
  }

  private void login(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String login = body.text("username", 1, 50);
    String password = body.text("password", 1, Integer.MAX_VALUE);
    body.throwIfInvalid();
    RefreshToken refresh = tokens.issueRefresh(accounts.authenticate(login, password).id());
    sessions.open(refresh);
    grant(ctx, refresh);
  }

  private void rename(Context ctx) {
    User user = currentUser(ctx);
    JsonFields body = JsonFields.of(ctx);
    String firstName = body.optionalText("first_name", 50).orElse(null);
    body.throwIfInvalid();
    ctx.json(accounts.rename(user.id(), firstName));
  }

  private void changePassword(Context ctx) {
    User user = currentUser(ctx);
    JsonFields body = JsonFields.of(ctx);
    String current = body.text("current_password", 1, Integer.MAX_VALUE);
    String replacement = body.text("new_password", 8, 128);
    body.throwIfInvalid();
    accounts.changePassword(user, current, replacement);
    succeed(ctx, "Password changed successfully");
  }

  /** Sends nothing and does not tell whether the account exists. */
  private static void forgotPassword(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    email(body);
    body.throwIfInvalid();
    succeed(ctx, "If the email exists, a reset link has been sent");
  }

  private void refresh(Context ctx) {
    RefreshToken used =
        refreshToken(ctx).orElseThrow(() -> new ApiException(401, "Invalid refresh token"));
    RefreshToken next = tokens.issueRefresh(used.userId());
    if (!sessions.replace(used.sessionId(), next)) {
      throw new ApiException(401, "Refresh token revoked");
    }
    grant(ctx, next);
  }

  /** Revokes the session, if the cookie holds one, and deletes the cookie. */
  private void logout(Context ctx) {
    refreshToken(ctx).map(RefreshToken::sessionId).ifPresent(sessions::revoke);
    setCookie(ctx, "", 0);
    succeed(ctx, "Logged out successfully");
  }

  private void grant(Context ctx, RefreshToken refresh) {
    setCookie(ctx, refresh.text(), Tokens.REFRESH_LIFETIME.toSeconds());
    String access = tokens.issueAccess(refresh.userId());
    ctx.json(Map.of("access_token", access, "token_type", "bearer"));
  }

  private Optional<RefreshToken> refreshToken(Context ctx) {
    return Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(tokens::readRefresh);
  }

  /** Written by hand because the contract fixes every attribute. */
  private static void setCookie(Context ctx, String value, long maxAgeSeconds) {
    String attributes = "; Path=/; Max-Age=" + maxAgeSeconds + "; HttpOnly; SameSite=lax";
    ctx.header("Set-Cookie", COOKIE + "=" + value + attributes);
  }

  private static void succeed(Context ctx, String message) {
    ctx.json(Map.of("success", true, "message", message, "timestamp", Instant.now()));
  }

  private User currentUser(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      throw new ApiException(401, "Not authenticated");
    }
    return tokens
        .accessUser(header.substring(BEARER.length()))
        .map(accounts::byId)
        .orElseThrow(() -> new ApiException(401, "Could not validate credentials"));
  }
}
