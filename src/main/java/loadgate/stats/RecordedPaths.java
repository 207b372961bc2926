package loadgate.stats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requests and groups of a run, each found at once by its path: gates, assertions and reports look
 * up every one of them.
 */
public final class RecordedPaths {

  private final List<PathStatistics> all;
  private final Map<PathKind, Map<List<String>, PathStatistics>> byPath =
      Map.of(PathKind.GROUP, new HashMap<>(), PathKind.REQUEST, new HashMap<>());
  private final Set<List<String>> groupsOfRequests = new HashSet<>();

  RecordedPaths(List<PathStatistics> all) {
    this.all = List.copyOf(all);
    for (PathStatistics path : all) {
      byPath.get(path.kind()).put(path.path(), path);
      if (path.kind() == PathKind.REQUEST) {
        for (int depth = path.path().size() - 1; depth >= 0; depth--) {
          groupsOfRequests.add(path.path().subList(0, depth));
        }
      }
    }
  }

  List<PathStatistics> all() {
    return all;
  }

  Optional<PathStatistics> find(PathKind kind, List<String> path) {
    return Optional.ofNullable(byPath.get(kind).get(path));
  }

  /** Whether a request was made in the group, at any depth. */
  boolean haveRequestsIn(List<String> group) {
    return groupsOfRequests.contains(group);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedPaths that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }
}
