package backend.investment;

import backend.kit.Database;
import backend.kit.Job;
import backend.kit.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Takes the largest stocks through five stages, each of which is a job of the queue. */
final class PipelineRun {

  private enum PipelineStage {
    FETCH(3_000),
    RECOMMEND(2_000),
    ML(3_000),
    DB(1_500),
    CACHE(500);

    /** Stands for data providers and large models, which this backend does not have. */
    private final long paceMillis;

    PipelineStage(long paceMillis) {
      this.paceMillis = paceMillis;
    }
  }

  private static final Map<Job.State, String> STATUS =
      Map.of(
          Job.State.PENDING, "pending",
          Job.State.STARTED, "running",
          Job.State.SUCCESS, "completed",
          Job.State.FAILURE, "failed");

  private static final String LARGEST =
      "SELECT * FROM stocks ORDER BY market_cap DESC, symbol LIMIT ?";

  private final Database database;
  private final RecommendationsFeature recommendations;
  private final int count;
  private final String id = UUID.randomUUID().toString();
  private final Instant startedAt = Instant.now();
  private final List<Job> stages = new ArrayList<>();
  private List<Map<String, Object>> stocks = List.of();

  /** Submits all stages of a run through {@code count} stocks. */
  PipelineRun(
      WorkQueue queue, Database database, RecommendationsFeature recommendations, int count) {
    this.database = database;
    this.recommendations = recommendations;
    this.count = count;
    for (PipelineStage stage : PipelineStage.values()) {
      String name = stage.name().toLowerCase(Locale.ROOT);
      stages.add(queue.submit(name, job -> perform(stage)).orElseThrow());
    }
  }

  String id() {
    return id;
  }

  String status() {
    if (stages.stream().anyMatch(stage -> stage.state() == Job.State.FAILURE)) {
      return "failed";
    }
    boolean completed = stages.stream().allMatch(stage -> stage.state() == Job.State.SUCCESS);
    return completed ? "completed" : "running";
  }

  /** The run as the contract shows it; durations are null until the end. */
  Map<String, Object> report() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("id", id);
    // Before the stages: a run that is completed by now has all their results.
    report.put("status", status());
    report.put("stocks", count);
    report.put("started_at", startedAt);
    report.put("duration_ms", millis(startedAt, stages.get(stages.size() - 1).result()));
    report.put(
        "error", stages.stream().map(Job::error).filter(Objects::nonNull).findFirst().orElse(null));
    report.put("stages", stages.stream().map(PipelineRun::report).toList());
    return report;
  }

  private static Map<String, Object> report(Job stage) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("name", stage.kind());
    report.put("status", STATUS.get(stage.state()));
    report.put("duration_ms", millis(stage.startedAt(), stage.result()));
    return report;
  }

  private static Long millis(Instant start, Object end) {
    return end == null ? null : Duration.between(start, (Instant) end).toMillis();
  }

  /** The result of a stage is the moment at which it ended. */
  private Instant perform(PipelineStage stage) throws InterruptedException {
    Thread.sleep(stage.paceMillis);
    switch (stage) {
      case FETCH -> stocks = Rows.all(database, LARGEST, count);
      case RECOMMEND -> stocks.forEach(stock -> stock.put("score", AnalysisFeature.score(stock)));
      case ML -> stocks.forEach(stock -> stock.put("prediction", predict(stock)));
      case DB -> save();
      case CACHE -> stocks.forEach(stock -> recommendations.prepare((String) stock.get("symbol")));
    }
    return Instant.now();
  }

  /** Computes the closes: reading them would fill the table of daily prices. */
  private static double predict(Map<String, Object> stock) {
    int id = (int) stock.get("id");
    return Prediction.of(Generated.closes(id, (double) stock.get("price"), 63)).in30Days();
  }

  private void save() {
    database.updateAll(
        "MERGE INTO pipeline_results KEY (symbol) VALUES (?, ?, ?)",
        stocks.stream()
            .map(s -> new Object[] {s.get("symbol"), s.get("score"), s.get("prediction")})
            .toList());
  }
}
