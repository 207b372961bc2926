package benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import com.sun.management.OperatingSystemMXBean;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * A fixed number of users who send one request after the other, without loadgate's settings, gates
 * and load model: what differs between two stretches is the {@link Variant} alone. Short stretches
 * take turns, so that whatever else the machine does falls on all variants alike.
 */
public final class PingLoop extends Simulation {

  static final String URL = "benchmark.url";
  static final int LIMIT_SECONDS = 400;

  private static final int USERS = 8;
  private static final int REQUESTS_PER_USER = 1_000;
  private static final int WARM_UP_ROUNDS = 4;
  private static final int ROUNDS = 24;

  private final List<Variant> stretches = stretches();
  private final List<Clocks> boundaries = new CopyOnWriteArrayList<>();
  private final AtomicBoolean failed = new AtomicBoolean();

  public PingLoop() {
    ChainBuilder loop = boundary(0);
    for (int i = 0; i < stretches.size(); i++) {
      loop = loop.exec(repeat(REQUESTS_PER_USER).on(stretches.get(i).iteration()), boundary(i + 1));
    }
    setUp(scenario("Ping").exec(loop, exec(this::judge)).injectOpen(atOnceUsers(USERS)))
        .protocols(http.baseUrl(System.getProperty(URL)).disableCaching())
        .maxDuration(LIMIT_SECONDS);
  }

  /** Prints the readings; none when a request failed, because a failure costs something else. */
  @Override
  public void after() {
    if (failed.get() || boundaries.size() <= stretches.size()) {
      System.out.println(failed.get() ? "a request failed" : "not done within the time limit");
      return;
    }
    IntStream.range(WARM_UP_ROUNDS * Variant.values().length, stretches.size())
        .mapToObj(this::reading)
        .forEach(reading -> System.out.println(reading.line()));
  }

  private Reading reading(int stretch) {
    Clocks start = boundaries.get(stretch);
    Clocks end = boundaries.get(stretch + 1);
    return new Reading(
        stretches.get(stretch),
        (long) USERS * REQUESTS_PER_USER,
        end.wallNanos() - start.wallNanos(),
        end.cpuNanos() - start.cpuNanos());
  }

  /** Every other round goes through the variants backwards. */
  private static List<Variant> stretches() {
    List<Variant> order = Arrays.asList(Variant.values());
    List<Variant> stretches = new ArrayList<>();
    for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      stretches.addAll(order);
      Collections.reverse(order);
    }
    return stretches;
  }

  /** Where all users wait for each other and the first to go on reads the clocks. */
  private ChainBuilder boundary(int index) {
    return rendezVous(USERS)
        .exec(
            session -> {
              synchronized (boundaries) {
                if (boundaries.size() == index) {
                  boundaries.add(Clocks.now());
                }
              }
              return session;
            });
  }

  private Session judge(Session session) {
    failed.compareAndSet(false, session.isFailed());
    return session;
  }

  /**
   * @param cpuNanos of this process so far
   */
  private record Clocks(long wallNanos, long cpuNanos) {

    static Clocks now() {
      OperatingSystemMXBean process =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Clocks(System.nanoTime(), process.getProcessCpuTime());
    }
  }
}
