package backend.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    Answer created = register("Ada1", "ada1@example.com");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("/username")).isEqualTo("ada1");
    assertThat(created.at("/email")).isEqualTo("ada1@example.com");
    assertThat(created.body()).doesNotContain("password");

    expect(register("ada1", "ada1@example.com"), 400, "Email already registered");
    expect(register("ADA1", "other@example.com"), 400, "Username already taken");
  }

  @Test
  void shouldRegisterAUsernameOnceHoweverManyTryAtOnce() {
    List<CompletableFuture<Answer>> attempts =
        IntStream.range(0, 12)
            .mapToObj(i -> account("crowd", "crowd" + i + "@example.com", PASSWORD))
            .map(body -> client.sendAsync("POST", AUTH + "/register", body))
            .toList();
    List<Integer> statuses = attempts.stream().map(a -> a.join().status()).toList();
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(Collections.frequency(statuses, 400)).isEqualTo(11);
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
    register("login", "login@example.com");
    assertThat(login("login@example.com", PASSWORD).status()).isEqualTo(200);
    assertThat(login("login", PASSWORD).header("Set-Cookie").orElseThrow())
        .matches("refresh_token=[\\w.-]+; Path=/; Max-Age=604800; HttpOnly; SameSite=lax");
  }

  @Test
  void shouldNotLogInWithWrongPasswordOrUnknownName() {
    register("strict", "strict@example.com");
    expect(login("strict", "WrongPass123!"), 401, "Incorrect username or password");
    expect(login("nobody", PASSWORD), 401, "Incorrect username or password");
    assertThat(login("nobody", PASSWORD).header("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void shouldShowAndChangeTheProfileOfTheBearer() {
    String token = bearer("profile");
    assertThat(client.get(AUTH + "/me", "Authorization", token).at("/email"))
        .isEqualTo("profile@example.com");
    client.put(AUTH + "/me", "{\"last_name\":\"Kept\"}", "Authorization", token);
    client.put(AUTH + "/me", "{\"first_name\":\"Updated\"}", "Authorization", token);
    Answer profile = client.get(AUTH + "/me", "Authorization", token);
    assertThat(profile.at("/first_name")).isEqualTo("Updated");
    assertThat(profile.at("/last_name")).isEqualTo("Kept");
    String tooLong = "{\"last_name\":\"" + "x".repeat(51) + "\"}";
    assertThat(client.put(AUTH + "/me", tooLong, "Authorization", token).status()).isEqualTo(422);
  }

  @Test
  void shouldRefuseMissingAndBadAccessTokens() {
    expect(client.get(AUTH + "/me"), 401, "Not authenticated");
    register("bearer", "bearer@example.com");
    String cookie = login("bearer", PASSWORD).header("Set-Cookie").orElseThrow();
    String refreshToken = cookie.substring("refresh_token=".length(), cookie.indexOf(';'));
    for (String token : List.of("abc", refreshToken)) {
      Answer answer = client.get(AUTH + "/me", "Authorization", "Bearer " + token);
      expect(answer, 401, "Could not validate credentials");
    }
  }

  @Test
  void shouldChangeThePassword() {
    String token = bearer("changer");
    // More than the 72 bytes that bcrypt looks at, and different only after them.
    String longer = "x".repeat(80);
    expect(change("Wrong", longer, token), 400, "Incorrect current password");
    assertThat(change(PASSWORD, "short", token).status()).isEqualTo(422);
    assertThat(change(PASSWORD, longer, token).at("/success")).isEqualTo("true");
    assertThat(login("changer", longer).status()).isEqualTo(200);
    assertThat(login("changer", longer + "x").status()).isEqualTo(401);
    assertThat(login("changer", PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void shouldNotTellWhetherAnEmailIsKnown() {
    String path = AUTH + "/forgot-password";
    assertThat(client.post(path, "{\"email\":\"no@example.com\"}").status()).isEqualTo(200);
    assertThat(client.post(path, "{\"email\":\"no\"}").status()).isEqualTo(422);
  }

  private Answer register(String username, String email) {
    return client.post(AUTH + "/register", account(username, email, PASSWORD));
  }

  private Answer login(String name, String password) {
    return client.post(
        AUTH + "/login", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  private String bearer(String name) {
    register(name, name + "@example.com");
    return "Bearer " + login(name, PASSWORD).at("/access_token");
  }

  private Answer change(String current, String replacement, String token) {
    return client.post(
        AUTH + "/change-password",
        "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, replacement),
        "Authorization",
        token);
  }

  private static String account(String username, String email, String password) {
    return "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}"
        .formatted(username, email, password);
  }

  private static void expect(Answer answer, int status, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("/detail")).isEqualTo(detail);
  }
}
