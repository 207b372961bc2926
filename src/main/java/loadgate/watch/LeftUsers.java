package loadgate.watch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The users who were still there when the load ended.
 *
 * @param stuck those that waited for no answer and had not sent anything for most of the load
 */
record LeftUsers(List<WatchedUser> all, Set<WatchedUser> waiting, Set<WatchedUser> stuck) {

  /** Of the length of the load; a think time that is longer is none. */
  private static final double IDLE_SHARE = 2.0 / 3;

  /**
   * @param open requests that are under way
   * @param load how long it lasted
   * @param leastIdle below which no user is stuck
   */
  static LeftUsers of(
      List<WatchedUser> present, List<Exchange> open, Duration load, Duration leastIdle) {
    Set<WatchedUser> waiting =
        open.stream().flatMap(exchange -> exchange.user().stream()).collect(Collectors.toSet());
    double limitNanos = Math.max(leastIdle.toNanos(), IDLE_SHARE * load.toNanos());
    Set<WatchedUser> stuck =
        present.stream()
            .filter(user -> !waiting.contains(user) && user.idleNanos() > limitNanos)
            .collect(Collectors.toSet());
    return new LeftUsers(present, waiting, stuck);
  }

  /**
   * For people: {@code 30 came, 15 ended, 15 left over: 15 waited for an answer, the longest 11 s}.
   */
  String text(long came, List<Exchange> open, long nowMillis) {
    String text = came + " came, " + (came - all.size()) + " ended";
    if (all.isEmpty()) {
      return text;
    }
    text += ", " + all.size() + " left over";
    if (!waiting.isEmpty()) {
      long longest =
          open.stream().mapToLong(exchange -> nowMillis - exchange.startMillis()).max().orElse(0);
      text +=
          ", %s waited for an answer (the longest %s s)".formatted(waiting.size(), longest / 1000);
    }
    return stuck.isEmpty() ? text : text + ", %s sent nothing any more".formatted(stuck.size());
  }
}
