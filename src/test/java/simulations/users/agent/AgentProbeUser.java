package simulations.users.agent;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.Unit;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** Records the memory of the agent's process, beside the load and without recording requests. */
public final class AgentProbeUser implements UserType, UserTypeHooks {

  private static final Metric MEMORY = Metric.values("memory", "Memory (MB)", Unit.MEGABYTES);

  /** 100 % is no growth. */
  private static final Metric GROWTH =
      Metric.derivedValues("memory-growth", "Memory at the end against start (%)", Unit.PERCENT);

  private static final String MEGABYTES = "memoryMegabytes";

  private final MemoryGrowth growth = new MemoryGrowth();

  @Override
  public List<Metric> metrics() {
    return List.of(MEMORY, GROWTH);
  }

  @Override
  public OptionalInt requestsPerIteration() {
    return OptionalInt.of(0);
  }

  @Override
  public Duration longestIteration() {
    return QualityAgentUser.TIMEOUT;
  }

  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.remove(MEGABYTES))
        .exec(
            http("/admin/stats")
                .get("/admin/stats")
                .requestTimeout(QualityAgentUser.TIMEOUT)
                .silent()
                .check(
                    status().is(200), jsonPath("$.memory_usage_mb").ofDouble().saveAs(MEGABYTES)))
        .exec(MEMORY.record(this::reading));
  }

  private Optional<Metric.Sample> reading(Session session) {
    if (!session.contains(MEGABYTES)) {
      return Optional.empty();
    }
    double megabytes = session.getDouble(MEGABYTES);
    growth.add(System.nanoTime(), megabytes);
    return Optional.of(Metric.Sample.floor(megabytes));
  }

  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    return growth.percent().stream()
        .mapToObj(percent -> DerivedMetric.of(GROWTH, Metric.Sample.floor(percent)))
        .toList();
  }
}
