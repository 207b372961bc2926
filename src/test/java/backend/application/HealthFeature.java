package backend.application;

import backend.kit.Database;
import backend.kit.Database.DatabaseException;
import backend.kit.Feature;
import backend.kit.WorkQueue;
import io.javalin.config.RoutesConfig;
import java.util.Map;

/** The root page, the API documentation and the health probes. */
final class HealthFeature implements Feature {

  private static final String DOCS =
      "<!DOCTYPE html><html><title>loadgate reference backend - swagger</title></html>";

  private final Database database;
  private final WorkQueue queue;

  HealthFeature(Database database, WorkQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(
        "/", ctx -> ctx.json(Map.of("message", "loadgate reference backend", "version", "1.0.0")));
    routes.get("/docs", ctx -> ctx.html(DOCS));
    routes.get("/api/v1/health/", ctx -> ctx.json(overall()));
    routes.get("/api/v1/health/database", ctx -> ctx.json(Map.of("status", databaseStatus())));
    routes.get("/api/v1/health/ping", ctx -> ctx.json(Map.of("message", "pong")));
  }

  /** The task queue is reported but, by contract, never changes the overall status. */
  private Map<String, Object> overall() {
    String database = databaseStatus();
    int workers = queue.workers().size();
    Map<String, Object> tasks =
        Map.of("status", workers > 0 ? "healthy" : "unavailable", "active_workers", workers);
    Map<String, Object> components = Map.of("database", Map.of("status", database), "tasks", tasks);
    return Map.of("status", database, "components", components);
  }

  private String databaseStatus() {
    try {
      return database.queryFirst("SELECT 1", row -> "healthy").orElse("unhealthy");
    } catch (DatabaseException e) {
      return "unhealthy";
    }
  }
}
