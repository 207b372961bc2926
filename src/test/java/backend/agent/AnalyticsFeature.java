package backend.agent;

import static java.time.ZoneOffset.UTC;

import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Averages the quality of the answers in the history: in all, by day and by model. */
final class AnalyticsFeature implements Feature {

  private static final int DAYS = 7;
  private static final int MOST_CHARACTERS = 1_000;

  private final AnswerHistory history;

  AnalyticsFeature(AnswerHistory history) {
    this.history = history;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/analytics/summary", ctx -> ctx.json(summary()));
    routes.get("/analytics/trends", ctx -> ctx.json(trends()));
    routes.get("/analytics/comparison", this::compare);
  }

  private record Model(String modelId, double avgQuality, int sampleCount) {

    static Model of(String name, List<ScoredAnswer> answers) {
      List<ScoredAnswer> own =
          answers.stream().filter(answer -> name.equals(answer.modelName())).toList();
      return new Model(name, meanQuality(own), own.size());
    }
  }

  private static double meanQuality(List<ScoredAnswer> answers) {
    return ScoredAnswer.mean(answers, ScoredAnswer::overallQuality);
  }

  private Map<String, ?> summary() {
    List<ScoredAnswer> answers = history.all();
    return Map.of("total_requests", answers.size(), "avg_quality", meanQuality(answers));
  }

  /** One entry for each of the last days, today's last. */
  private Map<String, ?> trends() {
    Map<LocalDate, List<ScoredAnswer>> byDay =
        history.all().stream()
            .collect(Collectors.groupingBy(answer -> LocalDate.ofInstant(answer.timestamp(), UTC)));
    LocalDate first = LocalDate.now(UTC).minusDays(DAYS - 1);
    List<Map<String, ?>> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      List<ScoredAnswer> answers = byDay.getOrDefault(first.plusDays(i), List.of());
      days.add(
          Map.of(
              "date", first.plusDays(i),
              "value", meanQuality(answers),
              "sample_count", answers.size()));
    }
    return Map.of("metric", "quality", "trends", days);
  }

  private void compare(Context ctx) {
    JsonFields query = JsonFields.ofQuery(ctx);
    String[] names = query.text("models", 1, MOST_CHARACTERS).split(",", -1);
    query.throwIfInvalid();
    List<ScoredAnswer> answers = history.all();
    List<Model> models = Stream.of(names).map(name -> Model.of(name, answers)).toList();
    Model best = Collections.max(models, Comparator.comparing(Model::avgQuality));
    ctx.json(Map.of("comparison", models, "recommendation", best.modelId()));
  }
}
