package backend.health;

import backend.kit.Database;
import backend.kit.DatabaseException;
import backend.kit.Feature;
import backend.tasks.TaskQueue;
import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says how the backend is: the root page, its documentation and the health probes. */
public final class HealthFeature implements Feature {

  private static final String VERSION = "1.0.0";
  private static final String ENVIRONMENT = "development";
  private static final String HEALTHY = "healthy";
  private static final String UNHEALTHY = "unhealthy";

  private static final String DOCS =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><title>loadgate reference backend - Swagger UI</title></head>
      <body><div id="swagger-ui">The endpoints are listed in the contracts.</div></body>
      </html>
      """;

  private final Database database;
  private final TaskQueue tasks;

  public HealthFeature(Database database, TaskQueue tasks) {
    this.database = database;
    this.tasks = tasks;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/", ctx -> ctx.json(root()));
    routes.get("/docs", ctx -> ctx.html(DOCS));
    routes.get(
        "/api/v1/health", ctx -> ctx.status(307).header("Location", "/api/v1/health/").result(""));
    routes.get("/api/v1/health/", ctx -> ctx.json(overall()));
    routes.get("/api/v1/health/database", ctx -> ctx.json(databaseHealth()));
    routes.get("/api/v1/health/ping", ctx -> ctx.json(new Pong("pong", Instant.now(), "ok")));
  }

  private record Pong(String message, Instant timestamp, String status) {}

  private record Root(
      String message,
      String appName,
      String appTitle,
      String appDescription,
      String appPublicUrl,
      String version,
      String environment,
      boolean debug,
      String docs) {}

  private record Overall(
      String status, String version, Instant timestamp, Map<String, Object> components) {}

  private record DatabaseHealth(String status, DatabaseDetails details, Instant lastUpdated) {}

  private record DatabaseDetails(
      String url, String status, int poolSize, int maxOverflow, boolean echo) {}

  private static Root root() {
    return new Root(
        "Welcome to the loadgate reference backend",
        "loadgate-backend",
        "loadgate reference backend",
        "A small real backend to try load tests on",
        "http://127.0.0.1",
        VERSION,
        ENVIRONMENT,
        false,
        "/docs");
  }

  /** The task queue is reported but, as the contract has it, never decides. */
  private Overall overall() {
    Instant now = Instant.now();
    String databaseStatus = databaseStatus();
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("database", component(databaseStatus, now, Map.of()));
    components.put(
        "application",
        component(HEALTHY, now, Map.of("version", VERSION, "environment", ENVIRONMENT)));
    components.put("tasks", component(tasksStatus(), now, tasksDetails()));
    components.put(
        "llm", component(HEALTHY, now, Map.of("available_models", 1, "total_models", 1)));
    components.put("vector_store", component("disabled", now, Map.of("backend", "none")));
    return new Overall(databaseStatus, VERSION, now, components);
  }

  private DatabaseHealth databaseHealth() {
    String status = databaseStatus();
    return new DatabaseHealth(
        status,
        new DatabaseDetails("h2://***", status, Database.POOL_SIZE, 0, false),
        Instant.now());
  }

  private String databaseStatus() {
    try {
      return database.queryFirst("SELECT 1", row -> HEALTHY).orElse(UNHEALTHY);
    } catch (DatabaseException e) {
      return UNHEALTHY;
    }
  }

  private String tasksStatus() {
    return tasks.activeWorkers() > 0 ? HEALTHY : "unavailable";
  }

  private Map<String, Object> tasksDetails() {
    int workers = tasks.activeWorkers();
    return Map.of("active_workers", workers, "celery_available", workers > 0);
  }

  private static Map<String, Object> component(
      String status, Instant checkedAt, Map<String, Object> details) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("status", status);
    component.put("checked_at", checkedAt);
    component.putAll(details);
    return component;
  }
}
