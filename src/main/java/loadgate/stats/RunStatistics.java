package loadgate.stats;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;

/**
 * The statistics of a run.
 *
 * @param duration from the first start to the last end of anything recorded, rounded up to whole
 *     seconds and one second at least; this is what Gatling divides by for its rates
 * @param global over all requests; groups and metrics never count here
 * @param recorded each request and group that something was recorded for
 * @param errors of requests and of the simulation itself, the most frequent first
 * @param truncatedAt the offset at which the log broke off in the middle of a record, if it did
 */
public record RunStatistics(
    RunHeader header,
    Duration duration,
    Summary global,
    RecordedPaths recorded,
    List<ErrorCount> errors,
    Timeline timeline,
    OptionalLong truncatedAt) {

  public RunStatistics {
    requireNonNull(header, "header");
    requireNonNull(duration, "duration");
    requireNonNull(global, "global");
    requireNonNull(recorded, "recorded");
    errors = List.copyOf(errors);
    requireNonNull(timeline, "timeline");
    requireNonNull(truncatedAt, "truncatedAt");
  }

  /**
   * Reads a whole log.
   *
   * @throws loadgate.runlog.RunLogException if it is no run log of a supported version or is
   *     damaged
   * @throws IOException if it cannot be read
   */
  public static RunStatistics of(Path log) throws IOException {
    StatisticsCollector collector = new StatisticsCollector();
    return collector.statistics(new RunLog(log).read(collector));
  }

  /**
   * Each request and group that something was recorded for: a group before what is in it, otherwise
   * in the order of their first appearance.
   */
  public List<PathStatistics> paths() {
    return recorded.all();
  }

  /** Whether a request was made in the group, at any depth. */
  public boolean hasRequestsIn(List<String> group) {
    return recorded.haveRequestsIn(group);
  }

  /** What was recorded under a path; where a request and a group share it, the group. */
  public Optional<PathStatistics> find(List<String> path) {
    return find(PathKind.GROUP, path).or(() -> find(PathKind.REQUEST, path));
  }

  /** What was recorded under a path as that kind. */
  public Optional<PathStatistics> find(PathKind kind, List<String> path) {
    return recorded.find(kind, path);
  }

  /**
   * What has other figures in another reading of the run; empty if nothing has. In which order
   * paths appear does not matter.
   */
  public Optional<String> differenceTo(RunStatistics that) {
    Set<PathStatistics> others = new HashSet<>(that.paths());
    if (!header.equals(that.header) || !duration.equals(that.duration)) {
      return Optional.of("its start or length");
    }
    if (!global.equals(that.global) || !errors.equals(that.errors)) {
      return Optional.of("all requests");
    }
    return paths().stream()
        .filter(path -> !others.contains(path))
        .map(path -> String.join(" / ", path.path()))
        .findFirst()
        .or(() -> paths().size() == others.size() ? Optional.empty() : Optional.of("more paths"));
  }
}
