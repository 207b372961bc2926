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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshIT {

  private static final String AUTH = "/api/v1/auth";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldRotateTheCookieAndAcceptEachOnce() {
    String first = cookie(registerAndLogin(client, "rotating"));
    long sessions = server.liveRefreshSessions();
    Answer refreshed = refresh(client, first);
    assertThat(refreshed.at("/access_token")).isNotEmpty();
    assertThat(cookie(refreshed)).isNotEqualTo(first);
    assertThat(refresh(client, cookie(refreshed)).status()).isEqualTo(200);
    expect(refresh(client, first), 401, "Refresh token revoked");
    assertThat(server.liveRefreshSessions()).isEqualTo(sessions);
  }

  @Test
  void shouldLetOneOfManyParallelRefreshesWin() {
    String cookie = cookie(registerAndLogin(client, "parallel"));
    List<CompletableFuture<Answer>> attempts =
        Stream.generate(() -> client.sendAsync("POST", AUTH + "/refresh", "", "Cookie", cookie))
            .limit(12)
            .toList();
    assertThat(attempts.stream().map(attempt -> attempt.join().status()).toList())
        .containsOnly(200, 401)
        .containsOnlyOnce(200);
  }

  @Test
  void shouldRevokeTheSessionAtLogout() {
    long sessions = server.liveRefreshSessions();
    String cookie = cookie(registerAndLogin(client, "leaving"));
    assertThat(server.liveRefreshSessions()).isEqualTo(sessions + 1);
    Answer logout = client.post(AUTH + "/logout", "", "Cookie", cookie);
    assertThat(logout.header("Set-Cookie"))
        .contains("refresh_token=; Path=/; Max-Age=0; HttpOnly; SameSite=lax");
    expect(refresh(client, cookie), 401, "Refresh token revoked");
    assertThat(server.liveRefreshSessions()).isEqualTo(sessions);
    assertThat(client.post(AUTH + "/logout", "", "Cookie", "refresh_token=x").status())
        .isEqualTo(200);
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

  private static Answer registerAndLogin(BackendClient client, String name) {
    client.post(
        AUTH + "/register",
        "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"SecurePass123!\"}"
            .formatted(name));
    return client.post(
        AUTH + "/login", "{\"username\":\"%s\",\"password\":\"SecurePass123!\"}".formatted(name));
  }

  private static Answer refresh(BackendClient client, String cookie) {
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
