package loadgate.stats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loadgate.runlog.GroupPath;

/** The samples of every request and group, as a tree of names. */
final class PathTree {

  private final Node root = new Node(List.of());
  private final Map<GroupPath, Node> nodes = new HashMap<>();

  SampleCollector request(GroupPath groups, String name) {
    Node node = node(groups);
    SampleCollector samples = node.requests.get(name);
    if (samples == null) {
      samples = new SampleCollector();
      node.requests.put(name, samples);
    }
    return samples;
  }

  SampleCollector group(GroupPath path) {
    Node node = node(path);
    if (node.group == null) {
      node.group = new SampleCollector();
    }
    return node.group;
  }

  /** All requests added up; groups would count the same requests again. */
  SampleCollector allRequests() {
    SampleCollector sum = new SampleCollector();
    root.addRequestsTo(sum);
    return sum;
  }

  List<PathStatistics> statistics(Duration runDuration) {
    List<PathStatistics> statistics = new ArrayList<>();
    root.collect(runDuration, statistics);
    return statistics;
  }

  private Node node(GroupPath path) {
    Node node = nodes.get(path);
    if (node == null) {
      node = root;
      for (String name : path.names()) {
        node = node.child(name);
      }
      nodes.put(path, node);
    }
    return node;
  }

  private static final class Node {
    private final List<String> path;
    private final Map<String, Node> children = new LinkedHashMap<>();
    private final Map<String, SampleCollector> requests = new LinkedHashMap<>();
    private SampleCollector group;

    Node(List<String> path) {
      this.path = path;
    }

    Node child(String name) {
      return children.computeIfAbsent(name, n -> new Node(append(n)));
    }

    void addRequestsTo(SampleCollector sum) {
      requests.values().forEach(sum::addAll);
      children.values().forEach(child -> child.addRequestsTo(sum));
    }

    void collect(Duration runDuration, List<PathStatistics> statistics) {
      if (group != null) {
        statistics.add(new PathStatistics(path, PathKind.GROUP, group.summary(runDuration)));
      }
      requests.forEach(
          (name, samples) ->
              statistics.add(
                  new PathStatistics(
                      append(name), PathKind.REQUEST, samples.summary(runDuration))));
      children.values().forEach(child -> child.collect(runDuration, statistics));
    }

    private List<String> append(String name) {
      List<String> names = new ArrayList<>(path);
      names.add(name);
      return List.copyOf(names);
    }
  }
}
