package loadgate.gates;

import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.commons.stats.assertion.Assertion;
import io.gatling.commons.stats.assertion.AssertionPath;
import io.gatling.commons.stats.assertion.Condition;
import io.gatling.commons.stats.assertion.CountMetric;
import io.gatling.commons.stats.assertion.Stat;
import io.gatling.commons.stats.assertion.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import loadgate.model.Decimal;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import scala.jdk.javaapi.CollectionConverters;

/** Makes gates from the assertions in a run's log, for a run without a file of its gates. */
public final class GatesFromAssertions {

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
      Optional<Measure> measure = measure(assertion);
      if (measure.isEmpty()) {
        return Optional.empty();
      }
      for (List<String> path : asserted.paths(assertion.path())) {
        gates.add(asserted.gate(path, measure.get(), limit(assertion)));
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

  /** The measure that Gatling asserts in exactly this way. */
  private static Optional<Measure> measure(Assertion assertion) {
    return candidates(assertion.target())
        .filter(
            measure -> limit(assertion).stream().anyMatch(limit -> isOn(measure, limit, assertion)))
        .findFirst();
  }

  private static Stream<Measure> candidates(Target target) {
    if (target instanceof Target.Time time && time.stat() instanceof Stat.Percentile percentile) {
      return Stream.of(Measure.of("p" + Decimal.text(percentile.value())));
    }
    return Measure.asserted().stream();
  }

  private static boolean isOn(Measure measure, double limit, Assertion assertion) {
    Assertion asserted = measure.assertions(global(), limit, 1).get(0).asScala();
    return asserted.target().equals(assertion.target())
        && asserted.condition().equals(assertion.condition());
  }

  private static OptionalDouble limit(Assertion assertion) {
    if (assertion.condition() instanceof Condition.Lt below) {
      return OptionalDouble.of(below.value());
    }
    return assertion.condition() instanceof Condition.Gt above
        ? OptionalDouble.of(above.value())
        : OptionalDouble.empty();
  }
}
