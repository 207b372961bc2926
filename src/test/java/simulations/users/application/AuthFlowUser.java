package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.firstOfAll;
import static loadgate.Chains.steps;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;
import static simulations.users.application.AuthSession.authenticated;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  @Override
  public List<Metric> metrics() {
    return Stream.concat(Stream.of(REVOKED_ACCEPTED), AuthSession.METRICS.stream()).toList();
  }

  /** A dozen requests in a row, when tokens expire and every answer takes as long as it may. */
  @Override
  public Duration longestIteration() {
    return Duration.ofMinutes(2);
  }

  /** Registers, logs in and out once. */
  @Override
  public void preflight(Target target) {
    String name = "testuser" + RandomText.of(12);
    Map<String, String> login = Map.of("username", name, "password", "SecurePass123!");
    Map<String, String> account = new HashMap<>(login);
    account.put("email", name + "@example.com");
    target.post("/api/v1/auth/register", JsonBody.text(account)).expect(201);
    Answer answer = target.post("/api/v1/auth/login", JsonBody.text(login)).expect(200);
    String cookies =
        answer.cookies().stream()
            .map(cookie -> cookie.split(";")[0])
            .collect(Collectors.joining("; "));
    target.header("Cookie", cookies).post("/api/v1/auth/logout", "").expect(200);
  }

  @Override
  public ChainBuilder start() {
    return steps(
        AuthSession.RECOVERIES.record(session -> Optional.of(Metric.Sample.none())),
        AuthSession.register(),
        AuthSession.logIn());
  }

  @Override
  public ChainBuilder iterate() {
    return firstOfAll(
        revokedRefreshToken(),
        weighted(
            task(10, completeFlow()), task(1, forgotPassword()), task(1, revokedRefreshToken())));
  }

  @Override
  public ChainBuilder stop() {
    return doIf(AuthSession::hasRefreshCookie).then(AuthSession.logOut());
  }

  private static ChainBuilder completeFlow() {
    return steps(
        getProfile(),
        updateProfile(),
        randomSwitch().on(percent(30).then(changePassword())),
        randomSwitch().on(percent(50).then(AuthSession.refresh())),
        AuthSession.logOut());
  }

  private static ChainBuilder getProfile() {
    return authenticated(
        http("Auth - Get Profile").get("/api/v1/auth/me"), AuthSession.ownAccount());
  }

  private static ChainBuilder updateProfile() {
    return steps(
        exec(session -> session.set("firstName", "Updated_" + RandomText.of(4))),
        authenticated(
            http("Auth - Update Profile")
                .put("/api/v1/auth/me")
                .body(StringBody("{\"first_name\": \"#{firstName}\"}"))
                .asJson(),
            Stream.concat(
                    Stream.of(AuthSession.ownAccount()),
                    Stream.of(
                        jsonPath("$.first_name")
                            .isEL("#{firstName}")
                            .name("first name is not the one just set")))
                .toArray(CheckBuilder[]::new)));
  }

  /** The next login proves the change. */
  private static ChainBuilder changePassword() {
    return steps(
        exec(session -> session.set("newPassword", "NewSecurePass123!_" + RandomText.of(4))),
        authenticated(
            http("Auth - Change Password")
                .post("/api/v1/auth/change-password")
                .body(
                    StringBody(
                        """
                        {"current_password": "#{password}", "new_password": "#{newPassword}"}
                        """))
                .asJson(),
            AuthSession.succeeded()),
        exec(session -> session.set("password", session.get("newPassword"))));
  }

  private static HttpRequestActionBuilder forgotPassword() {
    return http("Auth - Forgot Password")
        .post("/api/v1/auth/forgot-password")
        .body(StringBody(session -> "{\"email\": \"forgot_" + RandomText.of(8) + "@example.com\"}"))
        .asJson()
        .check(status().is(200), AuthSession.succeeded());
  }

  /** A refresh token must be dead after its logout. */
  private static ChainBuilder revokedRefreshToken() {
    return steps(
        AuthSession.ensure(),
        exec(session -> session.set("revokedCookie", session.get("refreshCookie"))),
        AuthSession.logOut(),
        exec(session -> session.remove("revokedStatus")),
        exec(
            http("Auth - Refresh Revoked")
                .post("/api/v1/auth/refresh")
                .header("Cookie", "#{revokedCookie}")
                .check(status().saveAs("revokedStatus"), status().is(401)),
            REVOKED_ACCEPTED.record(AuthFlowUser::revokedAccepted)),
        AuthSession.logIn());
  }

  /** Only an answer that accepts or refuses the token says anything about it. */
  private static Optional<Metric.Sample> revokedAccepted(Session session) {
    if (!session.contains("revokedStatus")) {
      return Optional.empty();
    }
    return switch (session.getInt("revokedStatus")) {
      case 200 -> Optional.of(Metric.Sample.occurrence());
      case 401 -> Optional.of(Metric.Sample.none());
      default -> Optional.empty();
    };
  }
}
