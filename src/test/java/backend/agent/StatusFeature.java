package backend.agent;

import backend.kit.Feature;
import com.sun.management.OperatingSystemMXBean;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reports the agent's health, its configuration and what its process uses. */
final class StatusFeature implements Feature {

  private static final Path LINUX_STATUS = Path.of("/proc/self/status");
  private static final long SAMPLE_MILLIS = 100;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/health/", ctx -> ctx.json(Map.of("status", "healthy")));
    routes.get(
        "/config/current",
        ctx -> ctx.json(Map.of("snapshot_id", "cfg-0a1b2c3d", "model", "model-v1")));
    routes.get("/admin/stats", this::stats);
  }

  /** Samples the CPU for 100 ms, without keeping a thread; no answer is faster than that. */
  private void stats(Context ctx) {
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    Executor later = CompletableFuture.delayedExecutor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
    ctx.future(() -> CompletableFuture.runAsync(() -> ctx.json(stats(cpu, start)), later));
  }

  private Map<String, ?> stats(long cpu, long start) {
    long used = system.getProcessCpuTime() - cpu;
    return Map.of(
        "status",
        "healthy",
        "uptime_seconds",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1_000,
        "memory_usage_mb",
        memoryMegabytes(),
        "cpu_percent",
        100.0 * used / (System.nanoTime() - start));
  }

  /**
   * Memory of the process in megabytes of 1,000,000 bytes: on Linux the resident set, elsewhere the
   * Java heap.
   */
  private static double memoryMegabytes() {
    try (Stream<String> lines = Files.lines(LINUX_STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024 / 1e6)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      return Runtime.getRuntime().totalMemory() / 1e6;
    }
  }
}
