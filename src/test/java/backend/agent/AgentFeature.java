package backend.agent;

import backend.kit.Feature;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Tells about the agent itself: its health, what its process uses, and how it is set up. */
public final class AgentFeature implements Feature {

  private static final String HEALTHY = "healthy";

  private final String agentId = "agent-" + UUID.randomUUID();
  private final ProcessUsage usage = new ProcessUsage();

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/health/", ctx -> ctx.json(new Health(HEALTHY, Instant.now(), agentId)));
    routes.get("/admin/stats", this::stats);
    routes.get("/config/current", ctx -> ctx.json(AgentConfiguration.current()));
  }

  private record Health(String status, Instant timestamp, String agentId) {}

  private record Stats(
      String agentId,
      String agentName,
      String version,
      long uptimeSeconds,
      String uptimeFormatted,
      double memoryUsageMb,
      double cpuPercent,
      int threads,
      String status,
      Instant timestamp) {}

  private void stats(Context ctx) {
    ctx.future(() -> usage.cpuPercent().thenAccept(cpu -> ctx.json(stats(cpu))));
  }

  private Stats stats(double cpuPercent) {
    Duration uptime = usage.uptime();
    return new Stats(
        agentId,
        "quality-agent",
        "1.0.0",
        uptime.toSeconds(),
        String.format(
            "%dd %02d:%02d:%02d",
            uptime.toDays(), uptime.toHoursPart(), uptime.toMinutesPart(), uptime.toSecondsPart()),
        usage.memoryMegabytes(),
        cpuPercent,
        usage.threads(),
        HEALTHY,
        Instant.now());
  }
}
