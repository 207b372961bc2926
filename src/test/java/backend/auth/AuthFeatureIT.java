package backend.auth;

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
class AuthFeatureIT {

  private static final String AUTH = "/api/v1/auth";
  private static final String PASSWORD = "SecurePass123!";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldRegisterAnAccount() {
    Answer created =
        client.post(
            AUTH + "/register",
            "{\"username\":\"Ada1\",\"email\":\"ada1@example.com\",\"password\":\"SecurePass123!\","
                + "\"first_name\":\"Ada\"}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("/username")).isEqualTo("ada1");
    assertThat(created.at("/email")).isEqualTo("ada1@example.com");
    assertThat(created.at("/first_name")).isEqualTo("Ada");
    assertThat(created.at("/last_name")).isEqualTo("null");
    assertThat(created.at("/is_active")).isEqualTo("true");
    assertThat(created.at("/is_verified")).isEqualTo("false");
    assertThat(created.json().has("password_hash")).isFalse();
  }

  @Test
  void shouldRefuseATakenEmailBeforeATakenUsername() {
    register("taken");
    expect(registration("taken", "taken@example.com"), 400, "Email already registered");
    expect(registration("Taken", "other@example.com"), 400, "Username already taken");
  }

  @Test
  void shouldRegisterAUsernameOnceHoweverManyTryAtOnce() {
    List<CompletableFuture<Answer>> attempts =
        IntStream.range(0, 12)
            .mapToObj(i -> account("crowd", "crowd" + i + "@example.com"))
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
        "abc      | a@example.com | NOLOWERCASE1   | password | value_error",
        "abc      | a@example.com | NoDigitAtAll   | password | value_error",
      })
  void shouldRefuseABadRegistration(
      String username, String email, String password, String field, String type) {
    Answer answer =
        client.post(
            AUTH + "/register",
            "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(username, email, password));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail")).hasSize(1);
    assertThat(answer.at("/detail/0/loc/0")).isEqualTo("body");
    assertThat(answer.at("/detail/0/loc/1")).isEqualTo(field);
    assertThat(answer.at("/detail/0/type")).isEqualTo(type);
    assertThat(answer.body()).doesNotContain(password);
  }

  @Test
  void shouldNameEveryMissingField() {
    Answer answer = client.post(AUTH + "/register", "{}");
    assertThat(answer.json().get("detail")).hasSize(3);
    assertThat(answer.json().at("/detail/0").toString())
        .isEqualTo(
            "{\"type\":\"missing\",\"loc\":[\"body\",\"username\"],"
                + "\"msg\":\"Field required\",\"input\":null}");
  }

  @Test
  void shouldLogInByUsernameOrEmail() {
    register("login");
    assertThat(login("login", PASSWORD).status()).isEqualTo(200);
    assertThat(login("login@example.com", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void shouldPutTheRefreshTokenIntoACookieOnly() {
    register("cookie");
    Answer answer = login("cookie", PASSWORD);
    assertThat(answer.json().fieldNames())
        .toIterable()
        .containsExactly("access_token", "token_type");
    assertThat(answer.at("/token_type")).isEqualTo("bearer");
    assertThat(answer.header("Set-Cookie").orElseThrow())
        .matches("refresh_token=[\\w.-]+; Path=/; Max-Age=604800; HttpOnly; SameSite=lax");
  }

  @Test
  void shouldNotLogInWithWrongPasswordOrUnknownNameOrOtherCase() {
    register("strict");
    for (Answer answer :
        List.of(
            login("strict", "WrongPass123!"),
            login("nobody", PASSWORD),
            login("STRICT", PASSWORD))) {
      expect(answer, 401, "Incorrect username or password");
      assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void shouldShowAndChangeTheProfileOfTheBearer() {
    String token = accessToken(registerAndLogin("profile"));
    assertThat(client.get(AUTH + "/me", "Authorization", token).at("/email"))
        .isEqualTo("profile@example.com");
    Answer changed =
        client.put(AUTH + "/me", "{\"first_name\":\"Updated\"}", "Authorization", token);
    assertThat(changed.at("/first_name")).isEqualTo("Updated");
    assertThat(client.get(AUTH + "/me", "Authorization", token).at("/first_name"))
        .isEqualTo("Updated");
    String tooLong = "{\"last_name\":\"" + "x".repeat(51) + "\"}";
    assertThat(client.put(AUTH + "/me", tooLong, "Authorization", token).status()).isEqualTo(422);
  }

  @Test
  void shouldRefuseMissingAndBadAccessTokens() {
    Answer login = registerAndLogin("bearer");
    expect(client.get(AUTH + "/me"), 401, "Not authenticated");
    String invalid = "Could not validate credentials";
    expect(client.get(AUTH + "/me", "Authorization", "Bearer abc"), 401, invalid);
    String refresh = "Bearer " + cookie(login).substring("refresh_token=".length());
    expect(client.get(AUTH + "/me", "Authorization", refresh), 401, invalid);
  }

  @Test
  void shouldChangeThePassword() {
    String token = accessToken(registerAndLogin("changer"));
    String path = AUTH + "/change-password";
    expect(
        client.post(path, change("Wrong", "brandnewpass"), "Authorization", token),
        400,
        "Incorrect current password");
    assertThat(client.post(path, change(PASSWORD, "short"), "Authorization", token).status())
        .isEqualTo(422);
    Answer changed = client.post(path, change(PASSWORD, "brandnewpass"), "Authorization", token);
    assertThat(changed.at("/message")).isEqualTo("Password changed successfully");
    assertThat(login("changer", "brandnewpass").status()).isEqualTo(200);
    assertThat(login("changer", PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void shouldNotTellWhetherAnEmailIsKnown() {
    Answer answer = client.post(AUTH + "/forgot-password", "{\"email\":\"no@example.com\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/success")).isEqualTo("true");
    assertThat(client.post(AUTH + "/forgot-password", "{\"email\":\"no\"}").status())
        .isEqualTo(422);
  }

  private Answer registerAndLogin(String name) {
    register(name);
    return login(name, PASSWORD);
  }

  private void register(String name) {
    assertThat(registration(name, name + "@example.com").status()).isEqualTo(201);
  }

  private Answer registration(String username, String email) {
    return client.post(AUTH + "/register", account(username, email));
  }

  private Answer login(String name, String password) {
    return client.post(
        AUTH + "/login", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  private static String account(String username, String email) {
    return "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}"
        .formatted(username, email, PASSWORD);
  }

  private static String change(String current, String replacement) {
    return "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, replacement);
  }

  private static String accessToken(Answer login) {
    return "Bearer " + login.at("/access_token");
  }

  private static String cookie(Answer login) {
    return login.header("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static void expect(Answer answer, int status, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("/detail")).isEqualTo(detail);
  }
}
