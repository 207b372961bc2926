package loadgate.watch;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.metrics.Metric.Sample;
import loadgate.metrics.UserTypeMetrics;

/**
 * What the users of one user type, or all of a plain simulation, went through, beside what each
 * request did: faults that only one user, one connection or one address has.
 */
final class Outcomes {

  /** Of a user, a connection or an address: among many of them some fail often by chance. */
  private static final int LEAST_REQUESTS = 10;

  /** Of a name, of which there are few. */
  private static final int LEAST_SILENT_REQUESTS = 3;

  private static final AttributeKey<Tally> CONNECTION = AttributeKey.valueOf("loadgate.tally");

  private final AtomicLong finished = new AtomicLong();
  private final AtomicLong unfinished = new AtomicLong();
  private final AtomicLong withoutFailure = new AtomicLong();
  private final AtomicLong withFailure = new AtomicLong();
  private final Silence silence = new Silence();
  private final AtomicLong longestWaitMillis = new AtomicLong();
  private final Map<String, ScenarioStall> stalls = new ConcurrentHashMap<>();
  private final Map<String, Tally> silent = new ConcurrentHashMap<>();
  private final Map<String, Tally> addresses = new ConcurrentHashMap<>();
  private final Set<Tally> connections = ConcurrentHashMap.newKeySet();
  private final Worst worstUser = new Worst();
  private final Worst worstConnection = new Worst();

  /** The largest failed share so far, in percent. */
  private static final class Worst {

    private double percent;

    synchronized void add(Tally tally) {
      percent = Math.max(percent, tally.failedPercent(LEAST_REQUESTS));
    }

    synchronized double percent() {
      return percent;
    }
  }

  Silence silence() {
    return silence;
  }

  void userCame() {
    silence.userCame(System.currentTimeMillis());
  }

  /** A request was handed to the HTTP client. */
  void sent(String scenario) {
    stalls.computeIfAbsent(scenario, name -> new ScenarioStall()).sent(System.nanoTime());
    silence.sent(System.currentTimeMillis());
  }

  /**
   * Its answer is complete, or will not come.
   *
   * @param answered whether anything came
   */
  void ended(String scenario, boolean answered) {
    stalls.get(scenario).ended(System.nanoTime(), answered);
    silence.ended(System.currentTimeMillis());
  }

  /** A response was logged, of whichever protocol. */
  void logged(long startMillis, long endMillis) {
    waited(endMillis - startMillis);
    silence.logged(startMillis, endMillis);
  }

  /** An answer came, or none any more. */
  void waited(long millis) {
    longestWaitMillis.accumulateAndGet(millis, Math::max);
  }

  void silentRequest(String name, boolean ok) {
    silent.computeIfAbsent(name, n -> new Tally()).add(ok);
  }

  /** A request ended that was sent over that connection. */
  void requestOver(Channel channel, boolean ok) {
    SocketAddress remote = channel.remoteAddress();
    if (remote instanceof InetSocketAddress address) {
      addresses.computeIfAbsent(text(address), name -> new Tally()).add(ok);
    }
    Tally own = channel.attr(CONNECTION).get();
    if (own == null) {
      own = new Tally();
      channel.attr(CONNECTION).set(own);
      connections.add(own);
      Tally opened = own;
      channel.closeFuture().addListener(closed -> connectionClosed(opened));
    }
    own.add(ok);
  }

  private static String text(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  private void connectionClosed(Tally connection) {
    if (connections.remove(connection)) {
      worstConnection.add(connection);
    }
  }

  /**
   * A user has left, or the load has ended. One that never got through its start cannot finish, and
   * counts as not started alone.
   */
  void userGone(WatchedUser user, boolean properly) {
    if (user.hasStarted()) {
      (properly ? finished : unfinished).incrementAndGet();
    }
    silence.userLeft(System.currentTimeMillis());
    (user.isWithoutFailure() ? withoutFailure : withFailure).incrementAndGet();
    worstUser.add(new Tally(user.requests(), user.failures()));
  }

  /** What each user went through, as metrics, when the load has ended and all users are gone. */
  List<DerivedMetric> metrics() {
    List.copyOf(connections).forEach(this::connectionClosed);
    List<DerivedMetric> metrics = new ArrayList<>();
    addRate(metrics, UserTypeMetrics.USERS_FINISHED, finished.get(), unfinished.get());
    addRate(metrics, UserTypeMetrics.USER_SUCCESS, withoutFailure.get(), withFailure.get());
    add(metrics, UserTypeMetrics.WORST_USER, worstUser.percent());
    add(metrics, UserTypeMetrics.WORST_CONNECTION, worstConnection.percent());
    // One address alone is all requests.
    add(
        metrics,
        UserTypeMetrics.WORST_ADDRESS,
        addresses.size() < 2 ? 0 : worst(addresses, LEAST_REQUESTS));
    add(metrics, UserTypeMetrics.LONGEST_WAIT, longestWaitMillis.get());
    add(metrics, UserTypeMetrics.SILENT_FAILURES, worst(silent, LEAST_SILENT_REQUESTS));
    return metrics;
  }

  /** The same, with what a plain simulation has beside. */
  List<DerivedMetric> metricsOfSimulation(Duration load) {
    List<DerivedMetric> metrics = metrics();
    long nanos = System.nanoTime();
    add(
        metrics,
        UserTypeMetrics.SCENARIO_STALL,
        stalls.values().stream().mapToLong(stall -> stall.longestMillis(nanos)).max().orElse(0));
    add(
        metrics,
        UserTypeMetrics.SILENCE,
        silence.longestPercent(load.toMillis(), System.currentTimeMillis()));
    return metrics;
  }

  private static double worst(Map<String, Tally> tallies, int leastRequests) {
    return tallies.values().stream()
        .mapToDouble(tally -> tally.failedPercent(leastRequests))
        .max()
        .orElse(0);
  }

  private static void addRate(Collection<DerivedMetric> all, Metric rate, long hits, long misses) {
    if (hits + misses > 0) {
      all.add(new DerivedMetric(rate, Sample.rates(hits, misses)));
    }
  }

  private static void add(Collection<DerivedMetric> all, Metric values, double value) {
    all.add(DerivedMetric.of(values, Sample.ceiling(value)));
  }
}
