package loadgate.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLogListener;
import loadgate.stats.RunStatistics;
import loadgate.stats.StatisticsCollector;
import loadgate.stats.Timeline;

/**
 * Builds timelines of chosen paths while a log is read. Each has a collector of its own, which
 * takes what is recorded under the path for all there is.
 */
final class PathTimelines implements RunLogListener {

  /** The collectors of one path. */
  private record Chosen(StatisticsCollector group, StatisticsCollector requests) {}

  private final Map<List<String>, Chosen> chosen = new LinkedHashMap<>();
  private final Map<GroupPath, StatisticsCollector> groups = new HashMap<>();

  /** By name and groups, so that one that is not chosen costs no more than a look for its name. */
  private final Map<String, Map<GroupPath, StatisticsCollector>> requests = new HashMap<>();

  /**
   * @param paths none of which is empty
   */
  PathTimelines(Collection<List<String>> paths) {
    for (List<String> path : paths) {
      Chosen collectors = new Chosen(new StatisticsCollector(), new StatisticsCollector());
      int last = path.size() - 1;
      chosen.put(path, collectors);
      groups.put(GroupPath.of(path), collectors.group());
      requests
          .computeIfAbsent(path.get(last), name -> new HashMap<>())
          .put(GroupPath.of(path.subList(0, last)), collectors.requests());
    }
  }

  @Override
  public void header(RunHeader header) {
    for (Chosen collectors : chosen.values()) {
      collectors.group().header(header);
      collectors.requests().header(header);
    }
  }

  @Override
  public void request(
      GroupPath path, String name, int startMillis, int endMillis, boolean ok, String message) {
    Map<GroupPath, StatisticsCollector> named = requests.get(name);
    StatisticsCollector collector = named == null ? null : named.get(path);
    if (collector != null) {
      collector.request(GroupPath.NONE, name, startMillis, endMillis, ok, "");
    }
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    StatisticsCollector collector = groups.get(path);
    if (collector != null) {
      // A timeline counts where a request ends, and its response time back from there.
      collector.request(GroupPath.NONE, "", endMillis - cumulatedMillis, endMillis, ok, "");
    }
  }

  /** By path; where a request and a group share it, the group's. */
  Map<List<String>, Timeline> timelines() {
    Map<List<String>, Timeline> timelines = new LinkedHashMap<>();
    chosen.forEach(
        (path, collectors) -> {
          RunStatistics ofGroup = collectors.group().statistics();
          timelines.put(
              path,
              ofGroup.global().count() > 0
                  ? ofGroup.timeline()
                  : collectors.requests().statistics().timeline());
        });
    return timelines;
  }
}
