package backend.providers;

import backend.kit.ApiException;
import backend.kit.Feature;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.Optional;

/** Says which providers of market data answer. */
public final class ProvidersFeature implements Feature {

  private final Providers providers;

  public ProvidersFeature(Providers providers) {
    this.providers = providers;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/health/providers", ctx -> ctx.json(all()));
    routes.get("/health/providers/{name}", ctx -> ctx.json(one(ctx.pathParam("name"))));
  }

  private record All(
      String status,
      String service,
      int totalProviders,
      long healthyProviders,
      Map<String, Provider.Health> providers) {}

  private record One(String status, String provider, @JsonUnwrapped Provider.Health health) {}

  private All all() {
    Map<String, Provider.Health> health = providers.check();
    long healthy = health.values().stream().filter(Provider.Health::isHealthy).count();
    if (healthy == 0) {
      throw ApiException.unavailable("No provider answers");
    }
    String status = healthy == health.size() ? "healthy" : "degraded";
    return new All(status, "providers", health.size(), healthy, health);
  }

  private One one(String name) {
    return Optional.ofNullable(providers.check().get(name))
        .map(health -> new One(health.isHealthy() ? "healthy" : "unhealthy", name, health))
        .orElseThrow(() -> ApiException.notFound("Provider '" + name + "' not found"));
  }
}
