package loadgate.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loadgate.model.Direction;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.settings.RegressionSettings;
import loadgate.stats.PathKind;
import loadgate.stats.RequestPath;

/**
 * What the scripts of the trends page draw and compare. A group has the figures of its gates and of
 * its requests, each with its values in the runs of the group, oldest first.
 *
 * @param results the folder of the page
 * @param runs in the order of the page's table
 * @param trends of each of the groups
 */
record TrendsData(
    Path results,
    List<HistoryEntry> runs,
    List<ComparableRuns> groups,
    List<List<GateTrend>> trends) {

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("results", shownResults());
    Map<Comparability, Integer> kinds = new LinkedHashMap<>();
    // Identity, because it is far cheaper than comparing all there is of a run.
    Map<HistoryEntry, Integer> rows = new IdentityHashMap<>();
    ArrayNode allRuns = json.putArray("runs");
    for (HistoryEntry run : runs) {
      rows.put(run, rows.size());
      Comparability kind = Comparability.of(run);
      kinds.putIfAbsent(kind, kinds.size());
      allRuns
          .addObject()
          .put("time", run.timeText())
          .put("folder", run.folder())
          .put("verdict", run.verdict().text())
          .put("kind", kinds.get(kind));
    }
    ArrayNode allKinds = json.putArray("kinds");
    for (Comparability kind : kinds.keySet()) {
      allKinds
          .addObject()
          .put("simulation", kind.simulation())
          .put("profile", kind.profile())
          .put("target", kind.target())
          .put("settings", kind.settings())
          .put("machine", kind.machine());
    }
    ArrayNode allGroups = json.putArray("groups");
    for (int i = 0; i < groups.size(); i++) {
      List<HistoryEntry> runsOfGroup = groups.get(i).runs();
      ObjectNode group = allGroups.addObject();
      ArrayNode rowsOfGroup = group.putArray("runs");
      runsOfGroup.forEach(run -> rowsOfGroup.add(rows.get(run)));
      ArrayNode gates = group.putArray("gates");
      for (int j = 0; j < trends.get(i).size(); j++) {
        gates.add(trends.get(i).get(j).json().put("chart", chartId(i, j)));
      }
      addRequests(group.putArray("requests"), runsOfGroup);
    }
    return json;
  }

  /** As {@code compare} finds it from where this process runs: in the project, as a rule. */
  private String shownResults() {
    Path project = Path.of("").toAbsolutePath();
    Path absolute = results.toAbsolutePath().normalize();
    return (absolute.startsWith(project) ? project.relativize(absolute) : absolute).toString();
  }

  /** Of all requests and of each user type, in the measures that regressions are found by. */
  private static void addRequests(ArrayNode array, List<HistoryEntry> runs) {
    Set<String> userTypes = new LinkedHashSet<>();
    runs.forEach(run -> userTypes.addAll(run.userTypes().keySet()));
    Stream.concat(Stream.of(List.<String>of()), userTypes.stream().map(List::of))
        .forEach(
            path ->
                RegressionSettings.MEASURES.forEach(
                    measure -> array.add(requests(path, measure, runs))));
  }

  private static ObjectNode requests(List<String> path, Measure measure, List<HistoryEntry> runs) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (HistoryEntry run : runs) {
      Optional.ofNullable(path.isEmpty() ? run.requests() : run.userTypes().get(path.get(0)))
          .map(figures -> figures.of(measure))
          .ifPresentOrElse(value -> values.add(Math.round(value * 100) / 100.0), values::addNull);
    }
    String title = new RequestPath(PathKind.GROUP, path).title() + " " + measure.name();
    return figure(title, path, measure.name(), measure.unit(), measure.direction())
        .set("values", values);
  }

  /** The id of the canvas of a trend. */
  static String chartId(int group, int trend) {
    return "trend-" + group + "-" + trend;
  }

  /** What a figure is; path and measure tell it from others. */
  static ObjectNode figure(
      String title, List<String> path, String measure, Unit unit, Direction direction) {
    ObjectNode figure =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", title)
            .put("measure", measure)
            .put("unit", unit.suffix())
            .put("axisTitle", unit.axisTitle())
            .put("upper", direction == Direction.BELOW);
    path.forEach(figure.putArray("path")::add);
    return figure;
  }
}
