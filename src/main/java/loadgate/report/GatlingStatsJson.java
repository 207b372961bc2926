package loadgate.report;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.ResponseTimeRanges;
import loadgate.stats.RunStatistics;
import loadgate.stats.Statistics;
import loadgate.stats.Summary;

/**
 * {@code js/global_stats.json} and {@code js/stats.json} with the fields that Gatling gave them up
 * to 3.13.4. Percentiles are exact here, where Gatling estimated them.
 */
final class GatlingStatsJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ALL_REQUESTS = "All Requests";
  private static final int FILE_NAME_LENGTH = 15;

  private final RunStatistics run;
  private final Indicators indicators;

  private final Map<List<String>, List<PathStatistics>> children;

  private GatlingStatsJson(RunResult run) {
    this.run = run.statistics();
    this.children = this.run.paths().stream().collect(groupingBy(GatlingStatsJson::parent));
    this.indicators = run.indicators();
  }

  static String global(RunResult run) throws JsonProcessingException {
    return JsonText.of(new GatlingStatsJson(run).stats(ALL_REQUESTS, run.statistics().global()));
  }

  static String tree(RunResult run) throws JsonProcessingException {
    return JsonText.of(new GatlingStatsJson(run).root());
  }

  private ObjectNode root() {
    return group(List.of(), ALL_REQUESTS, run.global());
  }

  private ObjectNode group(List<String> path, String name, Summary summary) {
    ObjectNode json = node("GROUP", name, path);
    json.set("stats", stats(Html.escape(name), summary));
    ObjectNode contents = json.putObject("contents");
    for (PathStatistics child : children.getOrDefault(path, List.of())) {
      if (child.kind() == PathKind.REQUEST) {
        ObjectNode request = node("REQUEST", child.name(), child.path());
        request.set("stats", stats(Html.escape(child.name()), child.summary()));
        contents.set("req_" + fileName(child.name()), request);
      } else if (!MetricGroups.is(child, run)) {
        contents.set(
            "group_" + fileName(child.name()), group(child.path(), child.name(), child.summary()));
      }
    }
    return json;
  }

  private static List<String> parent(PathStatistics child) {
    return child.path().subList(0, child.path().size() - 1);
  }

  private static ObjectNode node(String type, String name, List<String> path) {
    String joined = String.join(" / ", path);
    String prefix = type.equals("GROUP") ? "group_" : "req_";
    return NODES
        .objectNode()
        .put("type", type)
        .put("name", Html.escape(name))
        .put("path", Html.escape(joined))
        .put("pathFormatted", prefix + fileName(joined));
  }

  private ObjectNode stats(String name, Summary summary) {
    ObjectNode json = NODES.objectNode();
    json.put("name", name);
    json.set("numberOfRequests", each(summary, Statistics::count));
    json.set("minResponseTime", each(summary, Statistics::min));
    json.set("maxResponseTime", each(summary, Statistics::max));
    json.set("meanResponseTime", each(summary, s -> Math.round(s.mean())));
    json.set("standardDeviation", each(summary, s -> Math.round(s.standardDeviation())));
    for (int i = 0; i < indicators.percentiles().size(); i++) {
      double percent = indicators.percentiles().get(i);
      json.set("percentiles" + (i + 1), each(summary, s -> s.percentile(percent)));
    }
    putRanges(json, summary);
    json.putObject("meanNumberOfRequestsPerSecond")
        .put("total", summary.all().perSecond())
        .put("ok", summary.ok().perSecond())
        .put("ko", summary.ko().perSecond());
    return json;
  }

  private void putRanges(ObjectNode json, Summary summary) {
    int lower = indicators.lowerBoundMillis();
    int higher = indicators.higherBoundMillis();
    ResponseTimeRanges ranges = summary.ranges(lower, higher);
    putRange(
        json, 1, "t < " + lower + " ms", Optional.empty(), ranges.below(), ranges.belowPercent());
    putRange(
        json,
        2,
        lower + " ms <= t < " + higher + " ms",
        Optional.of("t >= " + lower + " ms <br> t < " + higher + " ms"),
        ranges.between(),
        ranges.betweenPercent());
    putRange(
        json, 3, "t >= " + higher + " ms", Optional.empty(), ranges.above(), ranges.abovePercent());
    putRange(json, 4, "failed", Optional.empty(), ranges.failed(), ranges.failedPercent());
  }

  private static void putRange(
      ObjectNode json, int number, String name, Optional<String> html, long count, double percent) {
    json.putObject("group" + number)
        .put("name", name)
        .put("htmlName", html.orElse(name))
        .put("count", count)
        .put("percentage", percent);
  }

  private static ObjectNode each(Summary summary, Function<Statistics, Long> figure) {
    return NODES
        .objectNode()
        .put("total", figure.apply(summary.all()))
        .put("ok", figure.apply(summary.ok()))
        .put("ko", figure.apply(summary.ko()));
  }

  /** Gatling's convention for the names of the report's pages, which are the keys of its tree. */
  private static String fileName(String name) {
    String trimmed = name.trim().isEmpty() ? "missing_name" : name.trim();
    String clean =
        Normalizer.normalize(trimmed, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{InCombiningDiacriticalMarks}+", "-")
            .replaceAll("[^a-zA-Z0-9\\-]", "-");
    return clean.substring(0, Math.min(FILE_NAME_LENGTH, clean.length()))
        + "-"
        + trimmed.hashCode();
  }
}
