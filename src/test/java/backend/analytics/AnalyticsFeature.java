package backend.analytics;

import backend.kit.Feature;
import backend.kit.QueryFields;
import backend.quality.QualityHistory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Looks back on the scored answers that are still known. */
public final class AnalyticsFeature implements Feature {

  private static final int MOST_CHARACTERS = 1_000;

  private final QualityHistory history;

  public AnalyticsFeature(QualityHistory history) {
    this.history = history;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/analytics/summary", this::summary);
    routes.get("/analytics/trends", this::trends);
    routes.get("/analytics/comparison", this::comparison);
  }

  private void summary(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    Period period = Period.read(query, "30d");
    query.throwIfInvalid();
    ctx.json(Summary.of(period.of(history.all(), Period.today()), period.code()));
  }

  private void trends(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    Period period = Period.read(query, "7d");
    String metric = query.choice("metric", Figure.QUALITY.word(), Figure.words());
    query.throwIfInvalid();
    LocalDate today = Period.today();
    ctx.json(Trends.of(Figure.of(metric), period, history.all(), today));
  }

  private void comparison(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    List<String> models =
        Stream.of(query.text("models", 1, MOST_CHARACTERS).split(","))
            .map(String::strip)
            .filter(model -> !model.isEmpty())
            .distinct()
            .toList();
    query.throwIfInvalid();
    if (models.isEmpty()) {
      query.reject("models", "too_short", "Input should be one or more models");
    }
    query.throwIfInvalid();
    ctx.json(Comparison.of(models, history.all()));
  }
}
