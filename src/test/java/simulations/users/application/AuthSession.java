package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doIfEquals;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.headerRegex;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;
import static loadgate.Chains.steps;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.Optional;
import loadgate.metrics.Metric;

/**
 * The account and the session of one user: registering, logging in, refreshing before expiry,
 * recovering from a 401, logging out. The refresh token itself is sent by the cookie jar alone; its
 * value is remembered only to see it change and to try it after it was revoked.
 */
final class AuthSession {

  static final Metric RECOVERIES = new Metric("recoveries", "Session recoveries");
  private static final Metric KEPT = new Metric("session-kept-rate", "Session kept");
  private static final Metric FREE_NAME = new Metric("free-name-rate", "Name was free");

  static final List<Metric> METRICS = List.of(RECOVERIES, KEPT, FREE_NAME);

  // The cookie's name is a setting of the backend.
  private static final String COOKIE_PATTERN = "(?i)^([^=;]*refresh[^=;]*=[^;]+)";

  private AuthSession() {}

  /** Registers a new account; a name that is taken, against all odds, is drawn once more. */
  static ChainBuilder register() {
    return steps(
        newAccount(),
        rated(
            FREE_NAME,
            registration("Auth - Register")
                .check(status().in(201, 400).saveAs("status"))
                .checkIf((Response response, Session session) -> response.status().code() == 201)
                .then(ownAccount()),
            session -> session.getInt("status") == 201),
        doIfEquals("#{status}", 400)
            .then(
                steps(
                    newAccount(),
                    registration("Auth - Register Retry")
                        .check(status().is(201))
                        .check(ownAccount()))),
        exec(session -> session.set("registered", true)));
  }

  private static ChainBuilder newAccount() {
    return exec(
        session -> {
          String suffix = RandomText.of(12);
          return session
              .set("username", "testuser" + suffix)
              .set("email", "testuser_" + suffix + "@example.com")
              .set("password", "SecurePass123!");
        });
  }

  private static HttpRequestActionBuilder registration(String name) {
    return http(name)
        .post("/api/v1/auth/register")
        .body(
            StringBody(
                """
                {"username": "#{username}", "email": "#{email}", "password": "#{password}",
                 "first_name": "Load", "last_name": "Tester"}
                """))
        .asJson();
  }

  /** The answer shows the user's own account. */
  static CheckBuilder[] ownAccount() {
    return new CheckBuilder[] {
      jsonPath("$.username")
          .isEL("#{username}")
          .name("user name is not the user's own")
          .logActualValueInError(false),
      jsonPath("$.email")
          .isEL("#{email}")
          .name("e-mail address is not the user's own")
          .logActualValueInError(false)
    };
  }

  static HttpRequestActionBuilder logIn() {
    return http("Auth - Login")
        .post("/api/v1/auth/login")
        .body(StringBody("{\"username\": \"#{username}\", \"password\": \"#{password}\"}"))
        .asJson()
        .check(status().is(200))
        .check(tokens());
  }

  /** Swaps the refresh token for new tokens; when that fails, the session is gone. */
  static ChainBuilder refresh() {
    return exec(http("Auth - Refresh Tokens")
            .post("/api/v1/auth/refresh")
            .check(status().is(200), newRefreshCookie())
            .check(tokens()))
        .doIf(Session::isFailed)
        .then(forget());
  }

  static ChainBuilder logOut() {
    return exec(http("Auth - Logout")
            .post("/api/v1/auth/logout")
            .check(status().is(200), succeeded()))
        .doIf(session -> !session.isFailed())
        .then(forget());
  }

  static CheckBuilder succeeded() {
    return jsonPath("$.success").ofBoolean().is(true).name("answer does not say success");
  }

  static boolean hasRefreshCookie(Session session) {
    return session.contains("refreshCookie");
  }

  /** An access token for the next request: kept while it is good, refreshed or logged in for. */
  static ChainBuilder ensure() {
    return doIf(session -> !hasUsableToken(session))
        .then(
            doIf(AuthSession::hasRefreshCookie)
                .then(exec(refresh()).exec(Session::markAsSucceeded)),
            // A new token may be short of its end as well, but its session is one to log out of.
            doIf(session -> !hasRefreshCookie(session))
                .then(
                    steps(
                        doIf(session -> !session.contains("registered")).then(register()),
                        logIn())));
  }

  /**
   * A request with the access token. The first 401 is no failure, only a session that was not kept:
   * it is renewed and the request repeated once.
   */
  static ChainBuilder authenticated(HttpRequestActionBuilder request, CheckBuilder... checks) {
    HttpRequestActionBuilder authorized =
        request.header("Authorization", session -> "Bearer " + accessToken(session).value());
    return steps(
        rated(
            KEPT,
            steps(
                ensure(),
                authorized
                    .check(status().in(200, 401).saveAs("status"))
                    .checkIf((Response answer, Session session) -> answer.status().code() == 200)
                    .then(checks)),
            session -> session.getInt("status") == 200),
        doIfEquals("#{status}", 401)
            .then(
                steps(
                    exec(session -> session.remove("accessToken")),
                    RECOVERIES.record(session -> Optional.of(Metric.Sample.occurrence())),
                    ensure(),
                    authorized.check(status().is(200)).check(checks))));
  }

  private static CheckBuilder[] tokens() {
    return new CheckBuilder[] {
      jsonPath("$.access_token")
          .transform(AccessToken::of)
          .exists()
          .name("no access token")
          .saveAs("accessToken"),
      headerRegex("Set-Cookie", COOKIE_PATTERN)
          .exists()
          .name("no refresh cookie")
          .saveAs("refreshCookie")
    };
  }

  /** Compared inside, because a failed comparison would print both values into the report. */
  private static CheckBuilder newRefreshCookie() {
    return headerRegex("Set-Cookie", COOKIE_PATTERN)
        .transformWithSession((cookie, session) -> !cookie.equals(session.get("refreshCookie")))
        .is(true)
        .name("refresh cookie is not a new one");
  }

  private static ChainBuilder forget() {
    return exec(session -> session.removeAll("accessToken", "refreshCookie"))
        .exec(flushCookieJar());
  }

  private static boolean hasUsableToken(Session session) {
    return session.contains("accessToken") && accessToken(session).usable();
  }

  private static AccessToken accessToken(Session session) {
    return session.get("accessToken");
  }
}
