package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.steps;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.target.Answer;
import loadgate.target.Target;

/** Registers, logs in, reads and changes its profile and its password, and logs out again. */
public final class AuthFlowUser implements UserType, UserTypeHooks {

  private static final Metric REVOKED_ACCEPTED =
      new Metric("revoked-accepted", "Revoked token accepted");

  private static final String REVOKED_COOKIE = "revokedCookie";
  private static final String REVOKED_STATUS = "revokedStatus";
  private static final String NEW_FIRST_NAME = "newFirstName";
  private static final String NEW_PASSWORD = "newPassword";

  private final AuthSession auth = new AuthSession(this);

  @Override
  public List<Metric> metrics() {
    return List.of(REVOKED_ACCEPTED, AuthSession.RECOVERIES);
  }

  /** Registers, logs in and out once. */
  @Override
  public void preflight(Target target) {
    Account account = Account.random();
    target.post("/api/v1/auth/register", JsonBody.text(account)).expect(201);
    Answer login = target.post("/api/v1/auth/login", JsonBody.text(account.login())).expect(200);
    String[] cookies =
        login.cookies().stream().map(cookie -> cookie.split(";")[0]).toArray(String[]::new);
    target.post("/api/v1/auth/logout", "", cookies).expect(200);
  }

  @Override
  public ChainBuilder start() {
    return steps(
        REVOKED_ACCEPTED.record(session -> Optional.of(Metric.Sample.none())),
        AuthSession.RECOVERIES.record(session -> Optional.of(Metric.Sample.none())),
        auth.register(),
        auth.logIn());
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(
        task(10, completeFlow()), task(1, forgotPassword()), task(1, revokedRefreshToken()));
  }

  @Override
  public ChainBuilder stop() {
    return doIf(AuthSession::hasRefreshCookie).then(auth.logOut());
  }

  private ChainBuilder completeFlow() {
    return steps(
        getProfile(),
        updateProfile(),
        randomSwitch().on(percent(30).then(changePassword())),
        randomSwitch().on(percent(50).then(auth.refresh())),
        auth.logOut());
  }

  private ChainBuilder getProfile() {
    return auth.authenticated(
        http("Auth - Get Profile").get("/api/v1/auth/me"),
        jsonPath("$.username").is(session -> AuthSession.account(session).username()),
        jsonPath("$.email").is(session -> AuthSession.account(session).email()));
  }

  private ChainBuilder updateProfile() {
    return steps(
        exec(session -> session.set(NEW_FIRST_NAME, "Updated_" + RandomText.of(4))),
        auth.authenticated(
            http("Auth - Update Profile")
                .put("/api/v1/auth/me")
                .body(JsonBody.of(s -> Map.of("first_name", s.getString(NEW_FIRST_NAME))))
                .asJson(),
            jsonPath("$.first_name").is(session -> session.getString(NEW_FIRST_NAME))));
  }

  private ChainBuilder changePassword() {
    return steps(
        exec(session -> session.set(NEW_PASSWORD, "NewSecurePass123!_" + RandomText.of(4))),
        auth.authenticated(
            http("Auth - Change Password")
                .post("/api/v1/auth/change-password")
                .body(JsonBody.of(this::newPassword))
                .asJson(),
            jsonPath("$.success").ofBoolean().is(true)),
        // The next login proves the change.
        exec(
            session ->
                AuthSession.remember(
                    session,
                    AuthSession.account(session).withPassword(session.getString(NEW_PASSWORD)))));
  }

  private Map<String, String> newPassword(Session session) {
    return Map.of(
        "current_password", AuthSession.account(session).password(),
        "new_password", session.getString(NEW_PASSWORD));
  }

  private HttpRequestActionBuilder forgotPassword() {
    return http("Auth - Forgot Password")
        .post("/api/v1/auth/forgot-password")
        .body(
            JsonBody.of(session -> Map.of("email", "forgot_" + RandomText.of(8) + "@example.com")))
        .asJson()
        .check(status().is(200));
  }

  /** A refresh token must be dead after its logout. */
  private ChainBuilder revokedRefreshToken() {
    return steps(
        auth.ensure(),
        exec(session -> session.set(REVOKED_COOKIE, AuthSession.refreshCookie(session))),
        auth.logOut(),
        exec(session -> session.remove(REVOKED_STATUS)),
        exec(
            http("Auth - Refresh Revoked")
                .post("/api/v1/auth/refresh")
                .header("Cookie", "#{" + REVOKED_COOKIE + "}")
                .check(status().saveAs(REVOKED_STATUS), status().is(401)),
            REVOKED_ACCEPTED.record(AuthFlowUser::revokedAccepted)),
        auth.logIn());
  }

  private static Optional<Metric.Sample> revokedAccepted(Session session) {
    return session.contains(REVOKED_STATUS) && session.getInt(REVOKED_STATUS) == 200
        ? Optional.of(Metric.Sample.occurrence())
        : Optional.empty();
  }
}
