package loadgate.report;

import java.util.Collection;
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

  private final Map<List<String>, StatisticsCollector> groups = new LinkedHashMap<>();
  private final Map<List<String>, StatisticsCollector> requests = new LinkedHashMap<>();

  PathTimelines(Collection<List<String>> paths) {
    for (List<String> path : paths) {
      groups.put(path, new StatisticsCollector());
      requests.put(path, new StatisticsCollector());
    }
  }

  @Override
  public void header(RunHeader header) {
    groups.values().forEach(collector -> collector.header(header));
    requests.values().forEach(collector -> collector.header(header));
  }

  @Override
  public void request(
      GroupPath path, String name, int startMillis, int endMillis, boolean ok, String message) {
    for (Map.Entry<List<String>, StatisticsCollector> chosen : requests.entrySet()) {
      List<String> names = chosen.getKey();
      int last = names.size() - 1;
      if (last >= 0
          && names.get(last).equals(name)
          && names.subList(0, last).equals(path.names())) {
        chosen.getValue().request(GroupPath.NONE, name, startMillis, endMillis, ok, "");
      }
    }
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    StatisticsCollector chosen = groups.get(path.names());
    if (chosen != null) {
      // A timeline counts where a request ends, and its response time back from there.
      chosen.request(GroupPath.NONE, "", endMillis - cumulatedMillis, endMillis, ok, "");
    }
  }

  /** By path; where a request and a group share it, the group's. */
  Map<List<String>, Timeline> timelines() {
    Map<List<String>, Timeline> timelines = new LinkedHashMap<>();
    groups.forEach(
        (path, group) -> {
          RunStatistics ofGroup = group.statistics();
          timelines.put(
              path,
              ofGroup.global().count() > 0
                  ? ofGroup.timeline()
                  : requests.get(path).statistics().timeline());
        });
    return timelines;
  }
}
