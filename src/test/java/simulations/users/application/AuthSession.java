package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.headerRegex;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.steps;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Optional;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.metrics.Metric;

/**
 * The account and the session of one user: registering, logging in, refreshing before expiry,
 * recovering from a 401, logging out. The refresh token itself is sent by the cookie jar alone; its
 * value is remembered only to see it change and to try it after it was revoked.
 */
final class AuthSession {

  static final Metric RECOVERIES = new Metric("recoveries", "Session recoveries");

  private static final String PREFIX = "/api/v1/auth";
  private static final String ACCOUNT = "account";
  private static final String REGISTERED = "registered";
  private static final String ACCESS_TOKEN = "accessToken";
  private static final String REFRESH_COOKIE = "refreshCookie";
  private static final String STATUS = "status";
  // The cookie's name is a setting of the backend.
  private static final String COOKIE_PATTERN = "(?i)^([^=;]*refresh[^=;]*=[^;]+)";

  private final UserType userType;

  AuthSession(UserType userType) {
    this.userType = userType;
  }

  static Account account(Session session) {
    return session.get(ACCOUNT);
  }

  static Session remember(Session session, Account account) {
    return session.set(ACCOUNT, account);
  }

  static String refreshCookie(Session session) {
    return session.getString(REFRESH_COOKIE);
  }

  static boolean hasRefreshCookie(Session session) {
    return session.contains(REFRESH_COOKIE);
  }

  /** Registers a new account; a name that is taken, against all odds, is drawn once more. */
  ChainBuilder register() {
    return steps(
        exec(session -> remember(session, Account.random()).remove(STATUS)),
        registration("Auth - Register").check(status().in(201, 400).saveAs(STATUS)),
        doIf(session -> hasStatus(session, 400))
            .then(
                steps(
                    exec(session -> remember(session, Account.random())),
                    registration("Auth - Register Retry").check(status().is(201)))),
        exec(session -> session.set(REGISTERED, true)));
  }

  HttpRequestActionBuilder logIn() {
    return http("Auth - Login")
        .post(PREFIX + "/login")
        .body(JsonBody.of(session -> account(session).login()))
        .asJson()
        .check(status().is(200))
        .check(tokens());
  }

  /** Swaps the refresh token for new tokens; when that fails, the session is gone. */
  ChainBuilder refresh() {
    return exec(http("Auth - Refresh Tokens")
            .post(PREFIX + "/refresh")
            .check(status().is(200), rotated())
            .check(tokens()))
        .doIf(Session::isFailed)
        .then(forget());
  }

  ChainBuilder logOut() {
    return exec(http("Auth - Logout").post(PREFIX + "/logout").check(status().is(200)))
        .doIf(session -> !session.isFailed())
        .then(forget());
  }

  /** An access token that is good for the next request: kept, refreshed or newly logged in for. */
  ChainBuilder ensure() {
    return doIf(session -> !hasUsableToken(session))
        .then(
            doIf(AuthSession::hasRefreshCookie)
                .then(exec(refresh()).exec(Session::markAsSucceeded)),
            doIf(session -> !hasUsableToken(session))
                .then(
                    steps(
                        forget(),
                        doIf(session -> !session.contains(REGISTERED)).then(register()),
                        logIn())));
  }

  /**
   * A request with the access token. The first 401 is no failure: the session is renewed and the
   * request repeated once.
   */
  ChainBuilder authenticated(HttpRequestActionBuilder request, CheckBuilder... checks) {
    HttpRequestActionBuilder authorized =
        request.header("Authorization", session -> accessToken(session).authorization());
    HttpRequestActionBuilder first =
        authorized
            .check(status().in(200, 401).saveAs(STATUS))
            .checkIf((Response response, Session session) -> response.status().code() == 200)
            .then(checks);
    HttpRequestActionBuilder second = authorized.check(status().is(200)).check(checks);
    return steps(
        ensure(),
        exec(session -> session.remove(STATUS)),
        first,
        doIf(session -> hasStatus(session, 401))
            .then(
                steps(
                    exec(session -> session.remove(ACCESS_TOKEN)),
                    RECOVERIES.record(session -> Optional.of(Metric.Sample.occurrence())),
                    ensure(),
                    second)));
  }

  private HttpRequestActionBuilder registration(String name) {
    return http(name).post(PREFIX + "/register").body(JsonBody.of(AuthSession::account)).asJson();
  }

  private static CheckBuilder[] tokens() {
    return new CheckBuilder[] {
      jsonPath("$.access_token").transform(AccessToken::of).saveAs(ACCESS_TOKEN),
      headerRegex("Set-Cookie", COOKIE_PATTERN).saveAs(REFRESH_COOKIE)
    };
  }

  /** Compared inside, because a failed comparison would print both values into the report. */
  private static CheckBuilder rotated() {
    return headerRegex("Set-Cookie", COOKIE_PATTERN)
        .transformWithSession((cookie, session) -> !cookie.equals(refreshCookie(session)))
        .is(true);
  }

  private static ChainBuilder forget() {
    return exec(session -> session.removeAll(ACCESS_TOKEN, REFRESH_COOKIE)).exec(flushCookieJar());
  }

  private static boolean hasUsableToken(Session session) {
    return session.contains(ACCESS_TOKEN) && accessToken(session).usable();
  }

  private static AccessToken accessToken(Session session) {
    return session.get(ACCESS_TOKEN);
  }

  private static boolean hasStatus(Session session, int expected) {
    return session.contains(STATUS) && session.getInt(STATUS) == expected;
  }
}
