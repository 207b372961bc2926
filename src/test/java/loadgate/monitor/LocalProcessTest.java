package loadgate.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import oshi.SystemInfo;

class LocalProcessTest {

  private static final int NO_PID = Integer.MAX_VALUE;

  private final SystemInfo system = new SystemInfo();

  @Test
  void shouldFindTheProcessThatListensOnAPort() throws IOException {
    try (ServerSocket socket = listen()) {
      LocalProcess process = LocalProcess.listeningOn(system, socket.getLocalPort());

      assertThat(process.isFound()).isTrue();
      assertThat(process.text()).isEqualTo("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void shouldFindNothingWhereNobodyListens() throws IOException {
    ServerSocket socket = listen();
    socket.close();

    LocalProcess process = LocalProcess.listeningOn(system, socket.getLocalPort());

    assertThat(process.isFound()).isFalse();
    assertThat(process.read()).isEmpty();
    assertThat(process.text()).isEqualTo("process unknown");
  }

  @Test
  void shouldFindTheProcessOfANumber() {
    LocalProcess process = thisOne();

    assertThat(process.isFound()).isTrue();
    assertThat(process.text()).isEqualTo("process " + ProcessHandle.current().pid());
  }

  @Test
  void shouldFindNothingWhenNoProcessHasTheNumber() {
    LocalProcess process = LocalProcess.numbered(system, NO_PID);

    assertThat(process.isFound()).isFalse();
    assertThat(process.read()).isEmpty();
  }

  @Test
  void shouldHaveNothingAtTheFirstReading() {
    assertThat(thisOne().read()).isEmpty();
  }

  @Test
  void shouldReadMemoryAndCpuSinceTheReadingBefore() {
    LocalProcess process = thisOne();
    process.read();

    ProcessUse use = process.read().orElseThrow();

    assertThat(use.cpuPercent()).isBetween(0.0, 100.0);
    assertThat(use.memoryMb()).isBetween(20.0, 100_000.0);
    assertThat(use.memoryPercent().orElseThrow()).isBetween(0.01, 100.0);
    assertThat(use.diskReadMb().orElseThrow()).isNotNegative();
    assertThat(use.diskWriteMb().orElseThrow()).isNotNegative();
  }

  @Test
  void shouldFindAProcessThatComesToListenLater() throws IOException {
    ServerSocket socket = listen();
    socket.close();
    LocalProcess process = LocalProcess.listeningOn(system, socket.getLocalPort());

    try (ServerSocket again =
        new ServerSocket(socket.getLocalPort(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
      process.read();

      assertThat(process.read()).isPresent();
    }
  }

  @Test
  void shouldReadNothingMoreOfAProcessThatHasEnded() throws Exception {
    Process child = waitingProcess();
    try (BufferedReader told = child.inputReader()) {
      int port = Integer.parseInt(told.readLine());
      LocalProcess process = LocalProcess.listeningOn(system, port);
      assertThat(process.text()).isEqualTo("process " + child.pid());
      process.read();
      assertThat(process.read()).isPresent();

      end(child);

      assertThat(process.read()).isEmpty();
      assertThat(process.isFound()).isFalse();
    } finally {
      end(child);
    }
  }

  private LocalProcess thisOne() {
    return LocalProcess.numbered(system, (int) ProcessHandle.current().pid());
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static Process waitingProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Waiting.class.getName())
        .start();
  }

  private static void end(Process child) throws InterruptedException {
    child.destroyForcibly();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  /** Listens on a port, which it tells, until its input ends. */
  static final class Waiting {

    public static void main(String... args) throws IOException {
      try (ServerSocket socket = listen()) {
        System.out.println(socket.getLocalPort());
        System.in.transferTo(System.out);
      }
    }
  }
}
