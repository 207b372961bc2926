package loadgate.gates;

import io.gatling.commons.stats.assertion.Assertion;
import io.gatling.commons.stats.assertion.AssertionPath;
import io.gatling.commons.stats.assertion.Condition;
import io.gatling.commons.stats.assertion.CountMetric;
import io.gatling.commons.stats.assertion.Stat;
import io.gatling.commons.stats.assertion.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import scala.jdk.javaapi.CollectionConverters;

/** Gates made from the assertions in a run's log, for a run that left no gates of its own. */
public final class GatesFromAssertions {

  private static final String SUCCESS_RATE = "success-rate";
  private static final String FAILURES = "failures";

  private final Map<List<String>, Integer> minSamples = new HashMap<>();
  private final List<Assertion> limits = new ArrayList<>();

  private final RunStatistics run;

  private GatesFromAssertions(RunStatistics run) {
    this.run = run;
  }

  /**
   * All assertions as gates, without warn limits, which no log carries. One on all requests one by
   * one becomes a gate for each of them.
   *
   * @return empty when there is no assertion, or one that no gate can say: then the others would
   *     not be the verdict of that run
   */
  public static Optional<Gates> of(RunStatistics run) {
    GatesFromAssertions asserted = new GatesFromAssertions(run);
    AssertionOutcome.assertions(run.header().assertions()).stream()
        .filter(assertion -> !LogCompletion.isOf(assertion.path()))
        .forEach(asserted::sort);
    List<Gate> gates = new ArrayList<>();
    for (Assertion assertion : asserted.limits) {
      Optional<Measure> measure = measure(assertion.target());
      OptionalDouble limit =
          measure
              .map(limited -> limit(assertion.condition(), limited))
              .orElse(OptionalDouble.empty());
      if (limit.isEmpty()) {
        return Optional.empty();
      }
      for (List<String> path : asserted.paths(assertion.path())) {
        gates.add(asserted.gate(path, measure.get(), limit));
      }
    }
    return gates.isEmpty() || !asserted.minimaAreOf(gates)
        ? Optional.empty()
        : Optional.of(new Gates(List.copyOf(gates), List.of(), List.of()));
  }

  /** A minimum count is no gate, but part of those on the same path. */
  private void sort(Assertion assertion) {
    if (assertion.target() instanceof Target.Count count
        && count.metric() == CountMetric.AllRequests$.MODULE$
        && assertion.condition() instanceof Condition.Gte gte
        && assertion.path() != AssertionPath.ForAll$.MODULE$) {
      minSamples.put(paths(assertion.path()).get(0), (int) gte.value());
    } else {
      limits.add(assertion);
    }
  }

  private boolean minimaAreOf(List<Gate> gates) {
    return minSamples.keySet().stream()
        .allMatch(path -> gates.stream().anyMatch(gate -> gate.path().equals(path)));
  }

  private List<List<String>> paths(AssertionPath path) {
    if (path instanceof AssertionPath.Details details) {
      return List.of(List.copyOf(CollectionConverters.asJava(details.parts())));
    }
    return path == AssertionPath.Global$.MODULE$
        ? List.of(List.of())
        : run.paths().stream()
            .filter(recorded -> recorded.kind() == PathKind.REQUEST)
            .map(PathStatistics::path)
            .toList();
  }

  private Gate gate(List<String> path, Measure measure, OptionalDouble limit) {
    GateLimits settings =
        new GateLimits(
            path.stream().findFirst(),
            path.size() < 2
                ? Optional.empty()
                : Optional.of(String.join(" / ", path.subList(1, path.size()))),
            measure,
            limit,
            OptionalDouble.empty(),
            minSamples.getOrDefault(path, 1),
            "an assertion of the run");
    return new Gate(settings, path);
  }

  private static Optional<Measure> measure(Target target) {
    if (target instanceof Target.Time time) {
      return measure(time.stat());
    }
    if (target instanceof Target.Percent percent) {
      if (percent.metric() == CountMetric.FailedRequests$.MODULE$) {
        return Optional.of(Measure.of("failure-rate"));
      }
      return percent.metric() == CountMetric.SuccessfulRequests$.MODULE$
          ? Optional.of(Measure.of(SUCCESS_RATE))
          : Optional.empty();
    }
    if (target instanceof Target.Count count) {
      return count.metric() == CountMetric.FailedRequests$.MODULE$
          ? Optional.of(Measure.of(FAILURES))
          : Optional.empty();
    }
    return target == Target.MeanRequestsPerSecond$.MODULE$
        ? Optional.of(Measure.of("throughput"))
        : Optional.empty();
  }

  private static Optional<Measure> measure(Stat stat) {
    if (stat instanceof Stat.Percentile percentile && percentile.value() < 100) {
      String rank = BigDecimal.valueOf(percentile.value()).stripTrailingZeros().toPlainString();
      return Optional.of(Measure.of("p" + rank));
    }
    if (stat == Stat.Mean$.MODULE$) {
      return Optional.of(Measure.of("mean"));
    }
    if (stat == Stat.Min$.MODULE$) {
      // Only values have it, and their unit is not in the log.
      return Optional.of(new Measure("min", Measure.Kind.MIN, Optional.empty(), Unit.COUNT, false));
    }
    return stat == Stat.Max$.MODULE$ ? Optional.of(Measure.of("max")) : Optional.empty();
  }

  private static OptionalDouble limit(Condition condition, Measure measure) {
    if (measure.upper()) {
      return condition instanceof Condition.Lt lt
          ? OptionalDouble.of(lt.value())
          : OptionalDouble.empty();
    }
    return condition instanceof Condition.Gt gt
        ? OptionalDouble.of(gt.value())
        : OptionalDouble.empty();
  }
}
