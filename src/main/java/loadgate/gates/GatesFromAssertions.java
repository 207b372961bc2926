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
import loadgate.model.Decimal;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
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
      for (List<String> path : asserted.paths(assertion.path())) {
        Optional<Gate> gate = asserted.gate(path, assertion);
        if (gate.isEmpty()) {
          return Optional.empty();
        }
        gates.add(gate.get());
      }
    }
    return gates.isEmpty() || !asserted.minimaAreOf(gates)
        ? Optional.empty()
        : Optional.of(new Gates(List.copyOf(gates), List.of(), List.of(), false, ""));
  }

  /** A minimum count is no gate, but part of those on the same path. */
  private void sort(Assertion assertion) {
    if (assertion.target() instanceof Target.Count count
        && count.metric() == CountMetric.AllRequests$.MODULE$
        && assertion.condition() instanceof Condition.Gte gte
        && assertion.path() != AssertionPath.ForAll$.MODULE$) {
      minSamples.merge(paths(assertion.path()).get(0), (int) gte.value(), Math::max);
    } else {
      limits.add(assertion);
    }
  }

  private boolean minimaAreOf(List<Gate> gates) {
    return minSamples.keySet().stream()
        .allMatch(
            path -> gates.stream().anyMatch(gate -> gate.sampleCount(false).path().equals(path)));
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

  private Optional<Gate> gate(List<String> path, Assertion assertion) {
    return limit(assertion)
        .flatMap(
            limit ->
                exactFigure(path, assertion, limit)
                    .or(
                        () ->
                            measure(assertion, limit)
                                .map(measure -> gate(path, measure, limit, path))));
  }

  /** The gate on the samples beside which the exact figure is recorded that is asserted. */
  private Optional<Gate> exactFigure(List<String> path, Assertion assertion, Limit limit) {
    if (path.size() < 2 || !path.get(path.size() - 1).endsWith(Measure.EXACT)) {
      return Optional.empty();
    }
    int last = path.size() - 1;
    String figure = path.get(last).substring(0, path.get(last).length() - Measure.EXACT.length());
    boolean ofEach = figure.startsWith(Measure.EACH + " ");
    int space = ofEach ? -1 : figure.lastIndexOf(' ');
    Measure measure = Measure.named(figure.substring(space + 1), Unit.MILLISECONDS);
    List<String> measured = new ArrayList<>(path.subList(0, last));
    if (space > 0) {
      measured.add(figure.substring(0, space));
    } else if (measured.equals(List.of(Gate.ALL_REQUESTS))) {
      measured.clear();
    }
    Gate gate = gate(measured, measure, limit, path);
    return gate.assertedPath().equals(path) && isOn(measure, limit, assertion)
        ? Optional.of(gate)
        : Optional.empty();
  }

  private Gate gate(List<String> path, Measure measure, Limit limit, List<String> counted) {
    GateLimits settings =
        new GateLimits(
            path.stream().findFirst(),
            path.size() < 2
                ? Optional.empty()
                : Optional.of(String.join(" / ", path.subList(1, path.size()))),
            measure,
            Optional.of(limit),
            Optional.empty(),
            minSamples.getOrDefault(counted, 1),
            "an assertion of the run");
    return new Gate(settings, path);
  }

  /** The measure that Gatling asserts in exactly this way. */
  private static Optional<Measure> measure(Assertion assertion, Limit limit) {
    if (assertion.target() instanceof Target.Time time
        && time.stat() instanceof Stat.Percentile percentile) {
      return Optional.of(Measure.of("p" + Decimal.text(percentile.value())))
          .filter(measure -> measure.rank().isPresent())
          .filter(measure -> limit.direction() == measure.direction());
    }
    return Measure.asserted().stream()
        .filter(measure -> isOn(measure, limit, assertion))
        .findFirst();
  }

  private static boolean isOn(Measure measure, Limit limit, Assertion assertion) {
    if (limit.direction() != measure.direction()) {
      return false;
    }
    Assertion asserted = measure.assertion(global(), limit).asScala();
    return asserted.target().equals(assertion.target())
        && asserted.condition().equals(assertion.condition());
  }

  private static Optional<Limit> limit(Assertion assertion) {
    if (assertion.condition() instanceof Condition.Lt below) {
      return Optional.of(new Limit(Direction.BELOW, false, below.value()));
    }
    if (assertion.condition() instanceof Condition.Lte below) {
      return Optional.of(new Limit(Direction.BELOW, true, below.value()));
    }
    if (assertion.condition() instanceof Condition.Gt above) {
      return Optional.of(new Limit(Direction.ABOVE, false, above.value()));
    }
    return assertion.condition() instanceof Condition.Gte above
        ? Optional.of(new Limit(Direction.ABOVE, true, above.value()))
        : Optional.empty();
  }
}
