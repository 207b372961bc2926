package backend.investment;

import backend.kit.Feature;
import io.javalin.config.RoutesConfig;
import java.time.Instant;

/** Says that the investment endpoints are served. */
public final class InvestmentHealthFeature implements Feature {

  private record Health(String status, Instant timestamp, String version, String service) {

    static Health now() {
      return new Health("healthy", Instant.now(), "1.0.0", "investment-analysis");
    }
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/health", ctx -> ctx.json(Envelope.of(Health.now())));
  }
}
