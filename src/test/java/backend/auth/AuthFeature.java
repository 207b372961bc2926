package backend.auth;

import backend.kit.ApiException;
import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Accounts, and sessions made of short access tokens and rotating refresh tokens. */
public final class AuthFeature implements Feature {

  private static final String PREFIX = "/api/v1/auth";
  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final Tokens tokens;
  private final RefreshSessions sessions;

  /**
   * @param bcryptCost logarithm of the rounds spent on a password
   * @param revocation whether a refresh token dies when it is used or logged out
   */
  public AuthFeature(
      Database database, int bcryptCost, Duration accessTokenLifetime, boolean revocation) {
    this.accounts = new Accounts(new UserStore(database), new Passwords(bcryptCost));
    this.tokens = new Tokens(accessTokenLifetime);
    this.sessions = new RefreshSessions(database, revocation);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post(PREFIX + "/register", this::register);
    routes.post(PREFIX + "/login", this::login);
    routes.get(PREFIX + "/me", ctx -> ctx.json(UserProfile.of(currentUser(ctx))));
    routes.put(PREFIX + "/me", this::updateProfile);
    routes.post(PREFIX + "/change-password", this::changePassword);
    routes.post(PREFIX + "/forgot-password", AuthFeature::forgotPassword);
    routes.post(PREFIX + "/refresh", this::refresh);
    routes.post(PREFIX + "/logout", this::logout);
  }

  /** Sessions that could still be refreshed, which is what a load test must not leave behind. */
  public long liveSessions() {
    return sessions.live();
  }

  private record AccessGrant(String accessToken, String tokenType) {}

  private record Success(boolean success, String message, Instant timestamp, Object data) {

    static Success of(String message) {
      return new Success(true, message, Instant.now(), null);
    }
  }

  private void register(Context ctx) {
    Registration registration = Registration.read(JsonFields.of(ctx));
    ctx.status(201).json(UserProfile.of(accounts.register(registration)));
  }

  private void login(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String login = body.text("username", 1, 50);
    String password = body.secret("password", 1, Integer.MAX_VALUE);
    body.throwIfInvalid();
    User user = accounts.authenticate(login, password);
    RefreshToken refresh = tokens.issueRefresh(user.id());
    sessions.open(refresh);
    grant(ctx, refresh);
  }

  private void updateProfile(Context ctx) {
    User user = currentUser(ctx);
    ProfileChange change = ProfileChange.read(JsonFields.of(ctx));
    ctx.json(UserProfile.of(accounts.update(user, change)));
  }

  private void changePassword(Context ctx) {
    User user = currentUser(ctx);
    JsonFields body = JsonFields.of(ctx);
    String current = body.secret("current_password", 1, Integer.MAX_VALUE);
    String replacement = body.secret("new_password", 8, 128);
    body.throwIfInvalid();
    accounts.changePassword(user, current, replacement);
    ctx.json(Success.of("Password changed successfully"));
  }

  /** Nothing is sent and nothing is said about whether the account exists. */
  private static void forgotPassword(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    EmailAddress.read(body);
    body.throwIfInvalid();
    ctx.json(Success.of("If the email exists, a reset link has been sent"));
  }

  private void refresh(Context ctx) {
    String cookie =
        RefreshCookie.read(ctx)
            .orElseThrow(() -> ApiException.unauthorized("Refresh token not found in cookie"));
    RefreshToken used = tokens.readRefresh(cookie);
    RefreshToken next = tokens.issueRefresh(used.userId());
    if (!sessions.replace(used.sessionId(), next)) {
      throw ApiException.unauthorized("Refresh token revoked");
    }
    grant(ctx, next);
  }

  /** Whatever the cookie holds, in the end there is no session and no cookie. */
  private void logout(Context ctx) {
    RefreshCookie.read(ctx).flatMap(tokens::refreshSession).ifPresent(sessions::revoke);
    RefreshCookie.delete(ctx);
    ctx.json(Success.of("Logged out successfully"));
  }

  private void grant(Context ctx, RefreshToken refresh) {
    RefreshCookie.set(ctx, refresh);
    ctx.json(new AccessGrant(tokens.issueAccess(refresh.userId()), "bearer"));
  }

  private User currentUser(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw ApiException.bearerRequired("Not authenticated");
    }
    UUID id =
        tokens
            .accessUser(header.substring(BEARER.length()).strip())
            .orElseThrow(() -> ApiException.bearerRequired("Could not validate credentials"));
    return accounts.byId(id);
  }
}
