package backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oshi.SystemInfo;
import oshi.software.os.OperatingSystem;

class BackendMainIT {

  @Test
  void shouldSayWhereItListensAndEndWithItsParent() throws Exception {
    Process process = launch("port=0");
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
  @Timeout(120)
  void shouldLeakResidentMemory() throws Exception {
    Process process = launch("port=0", "faults.leak=3GB");
    try (BufferedReader out = process.inputReader()) {
      out.readLine();
      long before = residentBytes(process);
      while (residentBytes(process) < before + 100_000_000) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static long residentBytes(Process process) {
    OperatingSystem system = new SystemInfo().getOperatingSystem();
    return system.getProcess(Math.toIntExact(process.pid())).getResidentMemory();
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
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dloadgate.backend.parent=true"));
    for (String setting : settings) {
      command.add("-Dloadgate.backend." + setting);
    }
    command.add("backend.BackendMain");
    return new ProcessBuilder(command).start();
  }
}
