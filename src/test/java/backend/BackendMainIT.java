package backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackendMainIT {

  @Test
  void shouldSayWhereItListensAndEndWithItsParent() throws Exception {
    Process process = launch("-Dloadgate.backend.port=0", "-Dloadgate.backend.parent=true");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String first = out.readLine();
      assertThat(first).matches("listening on http://127\\.0\\.0\\.1:\\d+");
      BackendClient client = new BackendClient(first.substring("listening on ".length()));
      assertThat(client.get("/api/v1/health/ping").status()).isEqualTo(200);

      process.getOutputStream().close();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void shouldRefuseABadSettingInOneLine() throws Exception {
    assertRefused(
        "faults.latency=soon",
        "system properties: Invalid value at 'loadgate.backend.faults.latency': No number in"
            + " duration value 'soon'");
  }

  @Test
  void shouldRefuseATakenPortInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertRefused(
          "port=" + taken.getLocalPort(),
          "loadgate.backend.port: port %d of 127.0.0.1 is in use, it takes another one or 0 for any"
              .formatted(taken.getLocalPort()));
    }
  }

  private static void assertRefused(String setting, String message) throws Exception {
    Process process = launch("-Dloadgate.backend." + setting);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(errors.lines()).containsExactly(message);
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private static Process launch(String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of(properties));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "backend.BackendMain"));
    return new ProcessBuilder(command).start();
  }
}
