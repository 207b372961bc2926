package loadgate.stats;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogOutcome;

/**
 * The requests of a run in {@value #WINDOWS} time windows of the same length, each request in the
 * one in which it began. Every window keeps the exact distribution of its whole milliseconds, so
 * that memory depends on how much response times differ and not on how many there are.
 */
public final class WindowedRun {

  static final int WINDOWS = 20;

  private final RunLogOutcome outcome;
  private final double seconds;
  private final Map<RequestPath, SampleCollector[]> requests = new LinkedHashMap<>();
  private final List<RequestPath> paths = new ArrayList<>();

  private WindowedRun(RunLogOutcome outcome, WindowCollector collected) {
    this.outcome = outcome;
    this.seconds = collected.millis / 1e3;
    paths.add(RequestPath.ALL);
    Map<RequestPath, List<RequestPath>> ofGroups = new LinkedHashMap<>();
    collected.windows.forEach(
        (groups, names) ->
            names.forEach(
                (name, windows) -> {
                  RequestPath request =
                      new RequestPath(
                          PathKind.REQUEST,
                          Stream.concat(groups.names().stream(), Stream.of(name)).toList());
                  requests.put(request, windows);
                  ofGroups
                      .computeIfAbsent(outermostGroup(request), group -> new ArrayList<>())
                      .add(request);
                }));
    ofGroups.forEach(
        (group, inGroup) -> {
          if (!group.equals(RequestPath.ALL)) {
            paths.add(group);
          }
          paths.addAll(inGroup);
        });
  }

  /**
   * Reads a log twice: for the time that its requests take, and for the requests.
   *
   * @param warmUp from the first request on; what begins within it is left out
   * @throws loadgate.runlog.RunLogException if it is no run log of a supported version or is
   *     damaged
   * @throws IOException if it cannot be read, or has no requests after the warm-up
   */
  public static WindowedRun read(RunLog log, Duration warmUp) throws IOException {
    RunSpan span = new RunSpan();
    log.read(
        new RunLogListener() {
          @Override
          public void request(
              GroupPath groups, String name, int start, int end, boolean ok, String message) {
            span.started(start);
            span.ended(end);
          }
        });
    if (!span.isRecorded()) {
      throw new IOException(log.file() + ": no requests");
    }
    WindowCollector collected =
        new WindowCollector(span.firstStart() + warmUp.toMillis(), span.lastEnd());
    RunLogOutcome outcome = log.read(collected);
    if (collected.windows.isEmpty()) {
      throw new IOException(
          "%s: no requests after a warm-up of %s s; the load takes %s s"
              .formatted(
                  log.file(), warmUp.toMillis() / 1e3, (span.lastEnd() - span.firstStart()) / 1e3));
    }
    return new WindowedRun(outcome, collected);
  }

  /** How the log ended. */
  public RunLogOutcome outcome() {
    return outcome;
  }

  /** From the first start after the warm-up to the last end. */
  public double seconds() {
    return seconds;
  }

  /** All requests, then each outermost group with its requests, in order of appearance. */
  public List<RequestPath> paths() {
    return List.copyOf(paths);
  }

  /** Of each path, in their order. */
  public List<Summary> summaries() {
    int[] once = new int[WINDOWS];
    Arrays.fill(once, 1);
    return summaries(once);
  }

  /**
   * The same, if each window had occurred as often as that.
   *
   * @param times of each window; {@value #WINDOWS} altogether, so that rates stay what they are
   */
  List<Summary> summaries(int[] times) {
    Map<RequestPath, SampleCollector> sums = new LinkedHashMap<>();
    paths.forEach(path -> sums.put(path, new SampleCollector()));
    requests.forEach(
        (request, windows) -> {
          SampleCollector sum = sums.get(request);
          for (int window = 0; window < WINDOWS; window++) {
            if (times[window] > 0) {
              sum.addAll(windows[window], times[window]);
            }
          }
          RequestPath group = outermostGroup(request);
          sums.get(group).addAll(sum);
          if (!group.equals(RequestPath.ALL)) {
            sums.get(RequestPath.ALL).addAll(sum);
          }
        });
    Collection<SampleCollector> inOrder = sums.values();
    return inOrder.stream().map(sum -> sum.summary(seconds)).toList();
  }

  private static RequestPath outermostGroup(RequestPath request) {
    return request.names().size() == 1
        ? RequestPath.ALL
        : new RequestPath(PathKind.GROUP, request.names().subList(0, 1));
  }

  private static final class WindowCollector implements RunLogListener {

    private final long fromMillis;
    private final long millis;
    private final Map<GroupPath, Map<String, SampleCollector[]>> windows = new LinkedHashMap<>();

    WindowCollector(long fromMillis, long toMillis) {
      this.fromMillis = fromMillis;
      this.millis = Math.max(1, toMillis - fromMillis);
    }

    @Override
    public void request(
        GroupPath groups, String name, int start, int end, boolean ok, String message) {
      if (start >= fromMillis) {
        long window = Math.min(WINDOWS - 1, (start - fromMillis) * WINDOWS / millis);
        windows
            .computeIfAbsent(groups, path -> new LinkedHashMap<>())
            .computeIfAbsent(name, request -> newWindows())[(int) window]
            .record((long) end - start, ok);
      }
    }

    private static SampleCollector[] newWindows() {
      return Stream.generate(SampleCollector::new).limit(WINDOWS).toArray(SampleCollector[]::new);
    }
  }
}
