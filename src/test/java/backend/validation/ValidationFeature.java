package backend.validation;

import backend.kit.Feature;
import backend.kit.JsonFields;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Decides whether a change may go live. */
public final class ValidationFeature implements Feature {

  private static final double ANY = 1e9;

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/validation/create", ValidationFeature::create);
  }

  private static void create(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String name = body.text("name", 0, Integer.MAX_VALUE);
    body.text("model_name", 0, Integer.MAX_VALUE);
    body.optionalText("config_hash", Integer.MAX_VALUE);
    double before = body.number("baseline_quality", -ANY, ANY);
    if (before <= 0) {
      body.reject("baseline_quality", "greater_than", "Input should be greater than 0");
    }
    double after = body.number("new_quality", -ANY, ANY);
    JsonNode metadata = body.nested("metadata").asSent();
    body.throwIfInvalid();
    ctx.status(201).json(Validation.of(name, before, after, metadata));
  }
}
