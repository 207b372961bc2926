package backend.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthIT {

  private static final String AUTH = "/api/v1/auth";
  private static final String PASSWORD = "SecurePass123!";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldRegisterAnAccountOnce() {
    Answer created = register(client, "Ada1", "ada1@example.com");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("/username")).isEqualTo("ada1");
    assertThat(created.at("/email")).isEqualTo("ada1@example.com");
    assertThat(created.body()).doesNotContain("password");

    expect(register(client, "ada1", "ada1@example.com"), 400, "Email already registered");
    expect(register(client, "ADA1", "other@example.com"), 400, "Username already taken");
  }

  @Test
  void shouldRegisterAUsernameOnceHoweverManyTryAtOnce() {
    List<Integer> statuses =
        statuses(
            i ->
                client.sendAsync(
                    "POST",
                    AUTH + "/register",
                    account("crowd", "crowd" + i + "@example.com", PASSWORD)));
    assertThat(statuses).containsOnly(201, 400).containsOnlyOnce(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ab       | a@example.com | SecurePass123! | username | string_too_short",
        "a_b_c    | a@example.com | SecurePass123! | username | value_error",
        "abc      | nobody        | SecurePass123! | email    | value_error",
        "abc      | a@example.com | Short1         | password | string_too_short",
        "abc      | a@example.com | nouppercase1   | password | value_error",
      })
  void shouldRefuseABadRegistration(
      String username, String email, String password, String field, String type) {
    Answer answer = client.post(AUTH + "/register", account(username, email, password));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail")).hasSize(1);
    assertThat(answer.at("/detail/0/loc/1")).isEqualTo(field);
    assertThat(answer.at("/detail/0/type")).isEqualTo(type);
    assertThat(answer.body()).doesNotContain(password);
  }

  @Test
  void shouldLogInByUsernameOrEmailAndSetACookie() {
    assertThat(registerAndLogin(client, "login").header("Set-Cookie").orElseThrow())
        .matches("refresh_token=[\\w.-]+; Path=/; Max-Age=604800; HttpOnly; SameSite=lax");
    assertThat(login(client, "login@example.com", PASSWORD).status()).isEqualTo(200);
    expect(login(client, "login", "WrongPass123!"), 401, "Incorrect username or password");
    expect(login(client, "nobody", PASSWORD), 401, "Incorrect username or password");
  }

  @Test
  void shouldShowAndChangeTheProfileOfTheBearer() {
    String token = bearer(registerAndLogin(client, "profile"));
    client.put(AUTH + "/me", "{\"last_name\":\"Kept\"}", "Authorization", token);
    client.put(AUTH + "/me", "{\"first_name\":\"Updated\"}", "Authorization", token);
    Answer profile = client.get(AUTH + "/me", "Authorization", token);
    assertThat(profile.at("/email")).isEqualTo("profile@example.com");
    assertThat(profile.at("/first_name")).isEqualTo("Updated");
    assertThat(profile.at("/last_name")).isEqualTo("Kept");
    String tooLong = "{\"last_name\":\"" + "x".repeat(51) + "\"}";
    assertThat(client.put(AUTH + "/me", tooLong, "Authorization", token).status()).isEqualTo(422);
  }

  @Test
  void shouldRefuseMissingAndBadAccessTokens() {
    expect(client.get(AUTH + "/me"), 401, "Not authenticated");
    String refreshToken = cookie(registerAndLogin(client, "bearer")).split("=")[1];
    for (String token : List.of("abc", refreshToken)) {
      Answer answer = client.get(AUTH + "/me", "Authorization", "Bearer " + token);
      expect(answer, 401, "Could not validate credentials");
      assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void shouldChangeThePassword() {
    String token = bearer(registerAndLogin(client, "changer"));
    // More than the 72 bytes that bcrypt looks at, and different only after them.
    String longer = "x".repeat(80);
    expect(change("Wrong", longer, token), 400, "Incorrect current password");
    assertThat(change(PASSWORD, "short", token).status()).isEqualTo(422);
    assertThat(change(PASSWORD, longer, token).at("/success")).isEqualTo("true");
    assertThat(login(client, "changer", longer).status()).isEqualTo(200);
    assertThat(login(client, "changer", longer + "x").status()).isEqualTo(401);
    assertThat(login(client, "changer", PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void shouldNotTellWhetherAnEmailIsKnown() {
    String path = AUTH + "/forgot-password";
    assertThat(client.post(path, "{\"email\":\"no@example.com\"}").status()).isEqualTo(200);
    assertThat(client.post(path, "{\"email\":\"no\"}").status()).isEqualTo(422);
  }

  @Test
  void shouldRotateTheCookieAndAcceptEachOnce() {
    String first = cookie(registerAndLogin(client, "rotating"));
    Answer refreshed = refresh(client, first);
    assertThat(refreshed.at("/access_token")).isNotEmpty();
    assertThat(cookie(refreshed)).isNotEqualTo(first);
    assertThat(refresh(client, cookie(refreshed)).status()).isEqualTo(200);
    expect(refresh(client, first), 401, "Refresh token revoked");
  }

  @Test
  void shouldLetOneOfManyParallelRefreshesWin() {
    String cookie = cookie(registerAndLogin(client, "parallel"));
    List<Integer> statuses =
        statuses(i -> client.sendAsync("POST", AUTH + "/refresh", "", "Cookie", cookie));
    assertThat(Collections.frequency(statuses, 401)).isEqualTo(11);
  }

  @Test
  void shouldRevokeTheSessionAtLogout() {
    try (BackendServer fresh = BackendServer.start(BackendSettings.onFreePort())) {
      BackendClient only = new BackendClient(fresh.baseUrl());
      String cookie = cookie(registerAndLogin(only, "leaving"));
      refresh(only, "refresh_token=abc");
      assertThat(fresh.liveRefreshSessions()).isEqualTo(1);

      Answer logout = only.post(AUTH + "/logout", "", "Cookie", cookie);

      assertThat(logout.header("Set-Cookie"))
          .contains("refresh_token=; Path=/; Max-Age=0; HttpOnly; SameSite=lax");
      expect(refresh(only, cookie), 401, "Refresh token revoked");
      assertThat(fresh.liveRefreshSessions()).isZero();
      assertThat(only.post(AUTH + "/logout", "", "Cookie", "refresh_token=x").status())
          .isEqualTo(200);
    }
  }

  @Test
  void shouldRefuseWhatIsNoRefreshToken() {
    expect(client.post(AUTH + "/refresh", ""), 401, "Refresh token not found in cookie");
    expect(refresh(client, "refresh_token=abc"), 401, "Invalid refresh token");
    String access = registerAndLogin(client, "mistaken").at("/access_token");
    expect(refresh(client, "refresh_token=" + access), 400, "Invalid token type");
  }

  @Test
  void shouldAcceptRevokedTokensWithoutRevocation() {
    Faults faults = Faults.NONE.without(Part.REVOCATION);
    try (BackendServer lax = BackendServer.start(BackendSettings.onFreePort().withFaults(faults))) {
      BackendClient other = new BackendClient(lax.baseUrl());
      String cookie = cookie(registerAndLogin(other, "ada"));
      other.post(AUTH + "/logout", "", "Cookie", cookie);
      assertThat(refresh(other, cookie).status()).isEqualTo(200);
    }
  }

  private static List<Integer> statuses(IntFunction<CompletableFuture<Answer>> send) {
    List<CompletableFuture<Answer>> answers = IntStream.range(0, 12).mapToObj(send).toList();
    return answers.stream().map(answer -> answer.join().status()).toList();
  }

  private static Answer register(BackendClient client, String username, String email) {
    return client.post(AUTH + "/register", account(username, email, PASSWORD));
  }

  private static Answer login(BackendClient client, String name, String password) {
    return client.post(
        AUTH + "/login", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  private static Answer registerAndLogin(BackendClient client, String name) {
    register(client, name, name + "@example.com");
    return login(client, name, PASSWORD);
  }

  private static Answer refresh(BackendClient client, String cookie) {
    return client.post(AUTH + "/refresh", "", "Cookie", cookie);
  }

  private Answer change(String current, String replacement, String token) {
    String body = "{\"current_password\":\"%s\",\"new_password\":\"%s\"}";
    return client.post(
        AUTH + "/change-password", body.formatted(current, replacement), "Authorization", token);
  }

  private static String account(String username, String email, String password) {
    return "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}"
        .formatted(username, email, password);
  }

  private static String bearer(Answer login) {
    return "Bearer " + login.at("/access_token");
  }

  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static void expect(Answer answer, int status, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("/detail")).isEqualTo(detail);
  }
}
