package backend.auth;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.BackendSettings;
import backend.Faults;
import com.auth0.jwt.JWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshIT {

  private static final String AUTH = "/api/v1/auth";

  private BackendServer server;
  private BackendClient client;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldRotateTheCookie() {
    String first = loginAt(BackendSettings.onFreePort());
    Answer refreshed = refresh(first);
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.at("/access_token")).isNotEmpty();
    assertThat(cookie(refreshed)).isNotEqualTo(first);
    assertThat(refresh(cookie(refreshed)).status()).isEqualTo(200);
    assertThat(server.liveRefreshSessions()).isEqualTo(1);
  }

  @Test
  void shouldNotAcceptATokenTwice() {
    String first = loginAt(BackendSettings.onFreePort());
    refresh(first);
    expect(refresh(first), 401, "Refresh token revoked");
  }

  @Test
  void shouldLetOneOfManyParallelRefreshesWin() {
    String cookie = loginAt(BackendSettings.onFreePort());
    List<CompletableFuture<Answer>> attempts =
        Stream.generate(() -> client.sendAsync("POST", AUTH + "/refresh", "", "Cookie", cookie))
            .limit(12)
            .toList();
    assertThat(attempts.stream().map(attempt -> attempt.join().status()))
        .containsOnly(200, 401)
        .containsOnlyOnce(200);
    assertThat(server.liveRefreshSessions()).isEqualTo(1);
  }

  @Test
  void shouldRevokeTheSessionAtLogout() {
    String cookie = loginAt(BackendSettings.onFreePort());
    assertThat(server.liveRefreshSessions()).isEqualTo(1);
    Answer logout = client.post(AUTH + "/logout", "", "Cookie", cookie);
    assertThat(logout.at("/message")).isEqualTo("Logged out successfully");
    assertThat(logout.header("Set-Cookie"))
        .contains("refresh_token=; Path=/; Max-Age=0; HttpOnly; SameSite=lax");
    expect(refresh(cookie), 401, "Refresh token revoked");
    assertThat(server.liveRefreshSessions()).isZero();
  }

  @Test
  void shouldLogOutWithoutASession() {
    loginAt(BackendSettings.onFreePort());
    assertThat(client.post(AUTH + "/logout", "").status()).isEqualTo(200);
    assertThat(client.post(AUTH + "/logout", "", "Cookie", "refresh_token=x").status())
        .isEqualTo(200);
    assertThat(server.liveRefreshSessions()).isEqualTo(1);
  }

  @Test
  void shouldAcceptRevokedTokensWithoutRevocation() {
    String cookie =
        loginAt(BackendSettings.onFreePort().withFaults(Faults.NONE.withoutRevocation()));
    client.post(AUTH + "/logout", "", "Cookie", cookie);
    assertThat(refresh(cookie).status()).isEqualTo(200);
    assertThat(server.liveRefreshSessions()).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhatIsNoRefreshToken() {
    loginAt(BackendSettings.onFreePort());
    expect(client.post(AUTH + "/refresh", ""), 401, "Refresh token not found in cookie");
    expect(refresh("refresh_token=abc"), 401, "Invalid refresh token");
    String access = login().at("/access_token");
    expect(refresh("refresh_token=" + access), 400, "Invalid token type");
  }

  @Test
  void shouldIssueAccessTokensWithTheLifetimeThatIsSet() {
    loginAt(BackendSettings.onFreePort().withAccessTokenLifetime(Duration.ofSeconds(40)));
    Instant before = Instant.now();
    Instant expiry = JWT.decode(login().at("/access_token")).getExpiresAtAsInstant();
    assertThat(expiry).isBetween(before.plusSeconds(39), before.plusSeconds(70));
  }

  private String loginAt(BackendSettings settings) {
    server = BackendServer.start(settings);
    client = new BackendClient(server.baseUrl());
    client.post(
        AUTH + "/register",
        "{\"username\":\"ada\",\"email\":\"ada@example.com\",\"password\":\"SecurePass123!\"}");
    return cookie(login());
  }

  private Answer login() {
    return client.post(AUTH + "/login", "{\"username\":\"ada\",\"password\":\"SecurePass123!\"}");
  }

  private Answer refresh(String cookie) {
    return client.post(AUTH + "/refresh", "", "Cookie", cookie);
  }

  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static void expect(Answer answer, int status, String detail) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("/detail")).isEqualTo(detail);
  }
}
