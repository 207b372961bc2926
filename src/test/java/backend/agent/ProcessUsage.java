package backend.agent;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What this process uses of its machine. */
final class ProcessUsage {

  private static final Path LINUX_STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final Duration SAMPLE = Duration.ofMillis(100);

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

  /**
   * Memory in use, in megabytes of 1,000,000 bytes: on Linux all that is resident, elsewhere what
   * the Java heap and its neighbours have taken.
   */
  double memoryMegabytes() {
    try (Stream<String> lines = Files.lines(LINUX_STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024 / 1e6)
          .findFirst()
          .orElseGet(this::javaMegabytes);
    } catch (IOException e) {
      return javaMegabytes();
    }
  }

  private double javaMegabytes() {
    return (memory.getHeapMemoryUsage().getCommitted()
            + memory.getNonHeapMemoryUsage().getCommitted())
        / 1e6;
  }

  /** CPU time from now on for 100 ms, in percent of one core. */
  CompletableFuture<Double> cpuPercent() {
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    return CompletableFuture.supplyAsync(
        () -> 100.0 * (system.getProcessCpuTime() - cpu) / (System.nanoTime() - start),
        CompletableFuture.delayedExecutor(SAMPLE.toMillis(), TimeUnit.MILLISECONDS));
  }

  int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  Duration uptime() {
    return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
  }
}
