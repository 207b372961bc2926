package backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackendMainIT {

  @Test
  void shouldSayWhereItListensAndEndWithItsParent() throws Exception {
    Process process = launch("port=0", "parent=true");
    try (BufferedReader out = process.inputReader()) {
      String first = out.readLine();
      assertThat(first).matches("listening on http://127\\.0\\.0\\.1:\\d+");
      BackendClient client = new BackendClient(first.substring("listening on ".length()));
      assertThat(client.get("/api/v1/health/ping").status()).isEqualTo(200);

      process.getOutputStream().close();

      assertThat(out.readLine()).isNull();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void shouldRefuseABadSettingInOneLine() throws Exception {
    Process process = launch("faults.latency=soon");
    assertThat(process.errorReader().lines())
        .containsExactly(
            "system properties: Invalid value at 'loadgate.backend.faults.latency': No number in"
                + " duration value 'soon'");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private static Process launch(String... settings) throws IOException {
    Stream<String> java = Stream.of(System.getProperty("java.home") + "/bin/java");
    Stream<String> properties = Stream.of(settings).map("-Dloadgate.backend."::concat);
    Stream<String> main =
        Stream.of("-cp", System.getProperty("java.class.path"), "backend.BackendMain");
    List<String> command = Stream.of(java, properties, main).flatMap(part -> part).toList();
    return new ProcessBuilder(command).start();
  }
}
