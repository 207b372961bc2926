package loadgate.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import loadgate.metrics.DerivedMetric;

/** The course of a load: who came, what became of them, and how it ended. */
final class LoadCourse {

  /** Shorter than any think time that is meant. */
  private static final Duration LEAST_IDLE = Duration.ofSeconds(5);

  /** Of the length that was asked for; with less a load was broken off. */
  private static final double LEAST_SHARE = 0.9;

  private final boolean ofUserTypes;
  private final UnaryOperator<String> group;
  private final Users users = new Users();
  private final Map<String, Outcomes> outcomes = new ConcurrentHashMap<>();
  private final AtomicLong came = new AtomicLong();
  private volatile long firstCameNanos;
  private volatile Optional<Stop> stop = Optional.empty();

  /**
   * The end that a simulation asked for.
   *
   * @param afterNanos since the first user came
   */
  private record Stop(String message, long afterNanos) {}

  /**
   * @param ofUserTypes whether scenarios are user types
   * @param group that outcomes of a scenario are recorded in
   */
  LoadCourse(boolean ofUserTypes, UnaryOperator<String> group) {
    this.ofUserTypes = ofUserTypes;
    this.group = group;
  }

  Users users() {
    return users;
  }

  Outcomes outcomes(String scenario) {
    return outcomes.computeIfAbsent(group.apply(scenario), name -> new Outcomes());
  }

  void userCame() {
    if (came.getAndIncrement() == 0) {
      firstCameNanos = System.nanoTime();
    }
  }

  /** The simulation has asked for the end. */
  void stopped(String message) {
    if (stop.isEmpty()) {
      stop = Optional.of(new Stop(message, System.nanoTime() - firstCameNanos));
    }
  }

  /**
   * The load is over; has to be called once.
   *
   * @param open requests that are under way
   * @param asked how long the load should have lasted at least
   * @param unansweredAfter how long a request may be under way without counting as failed
   */
  LoadEnd end(List<Exchange> open, Duration asked, Duration unansweredAfter) {
    if (came.get() == 0) {
      return LoadEnd.UNKNOWN;
    }
    long now = System.currentTimeMillis();
    Duration lasted = Duration.ofNanos(System.nanoTime() - firstCameNanos);
    List<LoadEnd.Unanswered> unanswered =
        open.stream()
            .map(x -> new LoadEnd.Unanswered(x.groups(), x.name(), x.startMillis(), now))
            .filter(request -> request.millis() > unansweredAfter.toMillis())
            .toList();
    for (Exchange exchange : open) {
      exchange
          .user()
          .ifPresent(user -> outcomes(user.scenario()).waited(now - exchange.startMillis()));
    }
    LeftUsers left = LeftUsers.of(users.present(), open, lasted, LEAST_IDLE);
    for (WatchedUser user : left.all()) {
      outcomes(user.scenario()).userGone(user, !ofUserTypes && !left.stuck().contains(user));
    }
    Map<String, List<DerivedMetric>> metrics =
        outcomes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, all -> metrics(all.getValue(), lasted)));
    String users =
        "%s; the load lasted %s s".formatted(left.text(came.get(), open, now), lasted.toSeconds())
            + (asked.isZero() ? "" : ", at least %s s were asked for".formatted(asked.toSeconds()));
    return new LoadEnd(metrics, unanswered, brokenOff(asked), users);
  }

  private List<DerivedMetric> metrics(Outcomes group, Duration load) {
    return ofUserTypes ? group.metrics() : group.metricsOfSimulation(load);
  }

  private Optional<String> brokenOff(Duration asked) {
    return stop.filter(ended -> ended.afterNanos() < LEAST_SHARE * asked.toNanos())
        .map(
            ended ->
                "the simulation stopped its load after %s of %s s: %s"
                    .formatted(
                        Duration.ofNanos(ended.afterNanos()).toSeconds(),
                        asked.toSeconds(),
                        ended.message()));
  }
}
