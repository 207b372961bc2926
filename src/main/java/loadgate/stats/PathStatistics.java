package loadgate.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The statistics of one request or group.
 *
 * @param path its names, outermost first: {@code [Health, Ping]}
 */
public record PathStatistics(List<String> path, PathKind kind, Summary summary) {

  public PathStatistics {
    path = List.copyOf(path);
    requireNonNull(kind, "kind");
    requireNonNull(summary, "summary");
  }

  /** The last name of the path. */
  public String name() {
    return path.get(path.size() - 1);
  }
}
