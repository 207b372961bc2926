package backend.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

    Answer again = register(client, "ADA1", "other@example.com");
    expect(again, 400, "Email or username already registered");
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
  void shouldLogInAndSetACookie() {
    assertThat(registerAndLogin(client, "login").header("Set-Cookie").orElseThrow())
        .matches("refresh_token=[\\w.-]+; Path=/; Max-Age=604800; HttpOnly; SameSite=lax");
    expect(login(client, "login", "WrongPass123!"), 401, "Incorrect username or password");
    expect(login(client, "nobody", PASSWORD), 401, "Incorrect username or password");
  }

  @Test
  void shouldShowAndChangeTheProfileOfTheBearer() {
    String token = bearer(registerAndLogin(client, "profile"));
    client.send("PUT", AUTH + "/me", "{\"first_name\":\"Updated\"}", "Authorization", token);
    Answer profile = client.get(AUTH + "/me", "Authorization", token);
    assertThat(profile.at("/username")).isEqualTo("profile");
    assertThat(profile.at("/email")).isEqualTo("profile@example.com");
    assertThat(profile.at("/first_name")).isEqualTo("Updated");
  }

  @Test
  void shouldRefuseMissingAndBadAccessTokens() {
    expect(client.get(AUTH + "/me"), 401, "Not authenticated");
    String refreshToken = cookie(registerAndLogin(client, "bearer")).split("=")[1];
    for (String token : List.of("abc", refreshToken)) {
      Answer answer = client.get(AUTH + "/me", "Authorization", "Bearer " + token);
      expect(answer, 401, "Could not validate credentials");
    }
  }

  @Test
  void shouldChangeThePassword() {
    String token = bearer(registerAndLogin(client, "changer"));
    // More than the 72 bytes that bcrypt looks at.
    String longer = "x".repeat(80);
    expect(change("Wrong", longer, token), 400, "Incorrect current password");
    assertThat(change(PASSWORD, longer, token).at("/success")).isEqualTo("true");
    assertThat(login(client, "changer", longer).status()).isEqualTo(200);
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
    assertThat(cookie(refreshed)).isNotEqualTo(first);
    assertThat(refresh(client, cookie(refreshed)).status()).isEqualTo(200);
    expect(refresh(client, first), 401, "Refresh token revoked");
  }

  @Test
  void shouldLetOneOfManyParallelRefreshesWin() {
    String cookie = cookie(registerAndLogin(client, "parallel"));
    List<CompletableFuture<Answer>> answers =
        Stream.generate(() -> client.sendAsync("POST", AUTH + "/refresh", "", "Cookie", cookie))
            .limit(12)
            .toList();
    assertThat(answers).extracting(answer -> answer.join().status()).containsOnlyOnce(200);
  }

  @Test
  void shouldRevokeTheSessionAtLogout() {
    try (BackendServer fresh = BackendServer.start(BackendSettings.onFreePort())) {
      BackendClient only = new BackendClient(fresh.baseUrl());
      String cookie = cookie(registerAndLogin(only, "leaving"));
      assertThat(fresh.feature(ApplicationFeature.class).liveSessions()).isEqualTo(1);

      only.post(AUTH + "/logout", "", "Cookie", cookie);

      expect(refresh(only, cookie), 401, "Refresh token revoked");
      assertThat(fresh.feature(ApplicationFeature.class).liveSessions()).isZero();
    }
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
