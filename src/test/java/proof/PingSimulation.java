package proof;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.Optional;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** The smallest simulation of a team's own: users that ping, and users that never send anything. */
public final class PingSimulation extends GatedSimulation {

  public PingSimulation() {
    super(new PingUser(false), new IdleUser());
  }

  /**
   * Pings, once alone and once in a group of its own.
   *
   * @param breaks whether it ends the step that completes the log, as a lack of memory would
   */
  public record PingUser(boolean breaks) implements UserType, UserTypeHooks {

    @Override
    public UserType configured(Options options) {
      return new PingUser(options.only("breaks").flag("breaks", breaks));
    }

    @Override
    public ChainBuilder iterate() {
      return exec(ping("Ping")).exec(group("Twice").on(exec(ping("First"), ping("Second"))));
    }

    private static ChainBuilder ping(String name) {
      return exec(http(name).get("/api/v1/health/ping").check(status().is(200)));
    }

    @Override
    public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
      if (breaks) {
        throw new OutOfMemoryError("no memory left for this test");
      }
      return List.of();
    }
  }

  /** Sends nothing; only a metric is recorded. */
  public static final class IdleUser implements UserType {

    private static final Metric AWAKE = new Metric("awake-rate", "Awake");

    @Override
    public List<Metric> metrics() {
      return List.of(AWAKE);
    }

    @Override
    public ChainBuilder iterate() {
      return exec(AWAKE.record(session -> Optional.of(Metric.Sample.rate(true))));
    }
  }
}
