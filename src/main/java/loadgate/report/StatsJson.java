package loadgate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import loadgate.stats.PathStatistics;
import loadgate.stats.ResponseTimeRanges;
import loadgate.stats.RunStatistics;
import loadgate.stats.Statistics;
import loadgate.stats.Summary;
import loadgate.stats.Timeline;

/** {@code stats.json}, all figures of a run. {@code docs/run-record.md} describes its schema. */
final class StatsJson {

  /** Counted up when a field changes its meaning or goes away; new fields leave it as it is. */
  static final int SCHEMA = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<Double> PERCENTILES = List.of(50.0, 75.0, 90.0, 95.0, 99.0, 99.9);

  private final RunStatistics run;
  private final Indicators indicators;

  private StatsJson(RunResult run) {
    this.run = run.statistics();
    this.indicators = run.indicators();
  }

  static String of(RunResult run) throws JsonProcessingException {
    return JsonText.of(new StatsJson(run).root());
  }

  private ObjectNode root() {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.put("gatlingVersion", run.header().gatlingVersion());
    root.put("simulationClass", run.header().simulationClass());
    root.put("description", run.header().description());
    root.put("start", run.header().start().toString());
    root.put("durationSeconds", run.duration().toSeconds());
    run.truncatedAt()
        .ifPresentOrElse(
            offset -> root.put("truncatedAtByte", offset), () -> root.putNull("truncatedAtByte"));
    root.set("global", summary(run.global(), true));
    ArrayNode paths = root.putArray("paths");
    run.paths().forEach(path -> paths.add(path(path)));
    ArrayNode errors = root.putArray("errors");
    run.errors()
        .forEach(
            error ->
                errors
                    .addObject()
                    .put("request", error.request())
                    .put("message", error.message())
                    .put("count", error.count())
                    .put("percent", error.percent()));
    root.set("timeline", timeline(run.timeline()));
    return root;
  }

  private ObjectNode path(PathStatistics path) {
    boolean metric = MetricGroups.is(path, run);
    ObjectNode json = NODES.objectNode();
    ArrayNode names = json.putArray("path");
    path.path().forEach(names::add);
    json.put("kind", metric ? "metric" : path.kind().name().toLowerCase(Locale.ROOT));
    json.setAll(summary(path.summary(), !metric));
    return json;
  }

  private ObjectNode summary(Summary summary, boolean withRanges) {
    ObjectNode json = NODES.objectNode();
    json.set("all", statistics(summary.all()));
    json.set("ok", statistics(summary.ok()));
    json.set("ko", statistics(summary.ko()));
    json.put("koPercent", summary.koPercent());
    if (withRanges) {
      json.set("ranges", ranges(summary));
    }
    return json;
  }

  private static ObjectNode statistics(Statistics statistics) {
    ObjectNode json = NODES.objectNode();
    json.put("count", statistics.count());
    json.put("min", statistics.min());
    json.put("max", statistics.max());
    json.put("mean", statistics.mean());
    json.put("standardDeviation", statistics.standardDeviation());
    ObjectNode percentiles = json.putObject("percentiles");
    for (double percent : PERCENTILES) {
      percentiles.put(
          BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString(),
          statistics.percentile(percent));
    }
    return json.put("perSecond", statistics.perSecond());
  }

  private ArrayNode ranges(Summary summary) {
    ResponseTimeRanges ranges =
        summary.ranges(indicators.lowerBoundMillis(), indicators.higherBoundMillis());
    ArrayNode json = NODES.arrayNode();
    json.add(range(ranges.below(), ranges.belowPercent()).put("below", ranges.lowerBoundMillis()));
    json.add(
        range(ranges.between(), ranges.betweenPercent())
            .put("from", ranges.lowerBoundMillis())
            .put("below", ranges.upperBoundMillis()));
    json.add(range(ranges.above(), ranges.abovePercent()).put("from", ranges.upperBoundMillis()));
    json.add(range(ranges.failed(), ranges.failedPercent()).put("failed", true));
    return json;
  }

  private static ObjectNode range(long count, double percent) {
    return NODES.objectNode().put("count", count).put("percent", percent);
  }

  private static ObjectNode timeline(Timeline timeline) {
    ObjectNode json = NODES.objectNode();
    json.put("stepSeconds", timeline.step().toMillis() / 1e3);
    ArrayNode scenarios = json.putArray("scenarios");
    timeline.scenarios().forEach(scenarios::add);
    ArrayNode steps = json.putArray("steps");
    for (Timeline.Step step : timeline.steps()) {
      ObjectNode each = steps.addObject();
      each.put("second", step.startSeconds());
      each.put("started", step.started());
      each.put("ok", step.ok());
      each.put("ko", step.ko());
      each.put("activeUsers", step.activeUsers());
      ArrayNode users = each.putArray("activeUsersPerScenario");
      step.activeUsersPerScenario().forEach(users::add);
      each.put("p50", step.p50());
      each.put("p95", step.p95());
      each.put("max", step.max());
    }
    return json;
  }
}
