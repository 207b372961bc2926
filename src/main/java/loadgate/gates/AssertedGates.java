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
import loadgate.runlog.RunHeader;
import loadgate.settings.GateSettings;
import loadgate.settings.Measure;
import scala.jdk.javaapi.CollectionConverters;

/** Gates made from the assertions in a run's log, for a run that left no gates of its own. */
public final class AssertedGates {

  private static final String SUCCESS_RATE = "success-rate";
  private static final String FAILURES = "failures";

  private final Map<List<String>, Integer> minSamples = new HashMap<>();
  private final List<Assertion> limits = new ArrayList<>();

  private AssertedGates() {}

  /**
   * All assertions as gates, without warn limits, which no log carries.
   *
   * @return empty when there is no assertion, or one that no gate can say: then the others would
   *     not be the verdict of that run
   */
  public static Optional<Gates> of(RunHeader header) {
    AssertedGates asserted = new AssertedGates();
    AssertionOutcome.assertions(header.assertions()).forEach(asserted::sort);
    List<Gate> gates = new ArrayList<>();
    for (Assertion assertion : asserted.limits) {
      Optional<Gate> gate = asserted.gate(assertion);
      if (gate.isEmpty()) {
        return Optional.empty();
      }
      gates.add(gate.get());
    }
    return gates.isEmpty()
        ? Optional.empty()
        : Optional.of(new Gates(List.copyOf(gates), List.of(), List.of()));
  }

  /** A minimum count is no gate, but part of the one on the rate of the same path. */
  private void sort(Assertion assertion) {
    if (assertion.target() instanceof Target.Count count
        && count.metric() == CountMetric.AllRequests$.MODULE$
        && assertion.condition() instanceof Condition.Gte gte
        && path(assertion).isPresent()) {
      minSamples.put(path(assertion).get(), (int) gte.value());
    } else {
      limits.add(assertion);
    }
  }

  private Optional<Gate> gate(Assertion assertion) {
    Optional<Measure> measure = measure(assertion.target());
    Optional<List<String>> path = path(assertion);
    if (measure.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble limit = limit(assertion.condition(), measure.get());
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = path.get();
    boolean rate = measure.get().kind() == Measure.Kind.METRIC_RATE;
    GateSettings settings =
        new GateSettings(
            names.stream().findFirst(),
            names.size() < 2
                ? Optional.empty()
                : Optional.of(String.join(" / ", names.subList(1, names.size()))),
            measure.get(),
            limit,
            OptionalDouble.empty(),
            rate ? minSamples.getOrDefault(names, 1) : 1,
            "an assertion of the run");
    return Optional.of(new Gate(settings, names));
  }

  private static Optional<List<String>> path(Assertion assertion) {
    if (assertion.path() instanceof AssertionPath.Details details) {
      return Optional.of(List.copyOf(CollectionConverters.asJava(details.parts())));
    }
    return assertion.path() == AssertionPath.Global$.MODULE$
        ? Optional.of(List.of())
        : Optional.empty();
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
    return stat == Stat.Max$.MODULE$ ? Optional.of(Measure.of("max")) : Optional.empty();
  }

  private static OptionalDouble limit(Condition condition, Measure measure) {
    if (measure.kind().upper()) {
      return condition instanceof Condition.Lt lt
          ? OptionalDouble.of(lt.value())
          : OptionalDouble.empty();
    }
    return condition instanceof Condition.Gt gt
        ? OptionalDouble.of(gt.value())
        : OptionalDouble.empty();
  }
}
