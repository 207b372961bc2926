package benchmark;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import com.sun.management.OperatingSystemMXBean;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import loadgate.load.Injection;
import loadgate.load.LoadPlan;
import loadgate.load.UserScenario;
import loadgate.load.UserTypeLoad;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.TimerLag;
import loadgate.model.CacheHeader;
import loadgate.model.InjectorShare;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;
import loadgate.model.ThinkTime;
import loadgate.runlog.RunFolders;
import loadgate.runlog.RunLog;
import loadgate.watch.AllowedHosts;
import loadgate.watch.LoadWatch;
import loadgate.watch.UserWatch;

/**
 * A fixed number of users who send one request after the other: in turns of plain Gatling and of a
 * gated simulation's users. Short stretches take turns, so that whatever else the machine does
 * falls on both alike.
 */
public final class PingLoop extends Simulation {

  static final String URL = "benchmark.url";
  static final String RESULTS = "benchmark.results";
  static final int LIMIT_SECONDS = 400;

  private static final int USERS = 8;
  private static final Duration STRETCH = Duration.ofSeconds(2);
  private static final int WARM_UP_ROUNDS = 4;
  private static final int ROUNDS = 24;
  private static final String STRETCH_ENDS = "benchmark.stretchEnds";
  private static final String BEFORE = "benchmark.before";

  private final List<Variant> stretches = stretches();
  private final List<Clocks> boundaries = new CopyOnWriteArrayList<>();
  private final Instant ready = Instant.now();

  public PingLoop() {
    HttpProtocolBuilder protocol = http.baseUrl(System.getProperty(URL)).disableCaching();
    LoadWatch load =
        new LoadWatch(
            new LoadWatch.Settings(
                true,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                new AllowedHosts(List.of("127.0.0.1", "localhost")),
                Optional.empty(),
                new TimerLag()),
            () -> {});
    UserWatch watch =
        new UserWatch(
            load,
            refusal -> {
              throw refusal;
            },
            InjectorShare.WHOLE);
    ChainBuilder loop = boundary(0);
    for (int i = 0; i < stretches.size(); i++) {
      loop = loop.exec(stretches.get(i) == Variant.PLAIN ? plain() : gated(watch), boundary(i + 1));
    }
    setUp(scenario("Ping").exec(loop).injectOpen(atOnceUsers(USERS)))
        .protocols(protocol)
        .maxDuration(LIMIT_SECONDS);
  }

  private static ChainBuilder plain() {
    return exec(session -> session.set(STRETCH_ENDS, System.nanoTime() + STRETCH.toNanos()))
        .exec(
            asLongAs(session -> System.nanoTime() < session.getLong(STRETCH_ENDS))
                .on(PingUser.ping()));
  }

  /** The session from before comes back afterwards, because users never leave their group. */
  private static ChainBuilder gated(UserWatch watch) {
    PingUser type = new PingUser();
    UserScenario users =
        new UserScenario(
            "Ping",
            exec(watch.coming("Ping", false)).exec(CacheMetrics.readFrom(CacheHeader.X_CACHE)),
            exec(watch.start("Ping", type.start())),
            exec(watch.iteration("Ping", type.iterate())),
            exec(watch.stop("Ping", type.stop())),
            ThinkTime.none(),
            false);
    return exec(session -> session.set(BEFORE, session))
        .exec(Injection.WHOLE.looping(load(), users))
        .exec(session -> session.<Session>get(BEFORE));
  }

  private static UserTypeLoad load() {
    Stage stage = new Stage(USERS, STRETCH, OptionalDouble.of(1e9));
    LoadProfile profile =
        new LoadProfile(
            "benchmark", LoadModel.CLOSED, List.of(stage), Map.of("ping", 1), Map.of(), false, "");
    return LoadPlan.of(profile, List.of("ping")).mix().get(0);
  }

  /** Prints the readings; none when a request failed, because a failure costs something else. */
  @Override
  public void after() {
    try {
      Path folder =
          new RunFolders(Path.of(System.getProperty(RESULTS)))
              .find(getClass().getName(), ready)
              .orElseThrow();
      RequestTimes requests = RequestTimes.of(RunLog.inFolder(folder));
      if (requests.anyFailed() || boundaries.size() <= stretches.size()) {
        System.out.println(requests.anyFailed() ? "a request failed" : "not done in time");
        return;
      }
      IntStream.range(WARM_UP_ROUNDS * Variant.values().length, stretches.size())
          .mapToObj(stretch -> reading(stretch, requests))
          .forEach(reading -> System.out.println(reading.line()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading reading(int stretch, RequestTimes requests) {
    Clocks start = boundaries.get(stretch);
    Clocks end = boundaries.get(stretch + 1);
    return new Reading(
        stretches.get(stretch),
        requests.countBetween(start.epochMillis(), end.epochMillis()),
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

  /**
   * @param cpuNanos of this process so far
   */
  private record Clocks(long epochMillis, long wallNanos, long cpuNanos) {

    static Clocks now() {
      OperatingSystemMXBean process =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Clocks(System.currentTimeMillis(), System.nanoTime(), process.getProcessCpuTime());
    }
  }
}
