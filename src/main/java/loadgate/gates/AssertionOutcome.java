package loadgate.gates;

import boopickle.Default$;
import boopickle.UnpickleState$;
import io.gatling.commons.stats.assertion.Assertion;
import io.gatling.shared.model.assertion.AssertionMessage;
import io.gatling.shared.model.assertion.AssertionPicklers;
import io.gatling.shared.model.assertion.AssertionResult;
import io.gatling.shared.model.assertion.AssertionValidator;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import loadgate.model.Unit;
import loadgate.runlog.PickledAssertion;
import loadgate.runlog.RunHeader;
import loadgate.stats.RunStatistics;
import scala.collection.immutable.List$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The outcome of one assertion in a run log, computed by Gatling's own validator from our
 * statistics.
 *
 * @param message in Gatling's words: {@code Global: 95th percentile of response time is less than
 *     1000.0}
 * @param actual empty when the path of the assertion was never recorded
 */
public record AssertionOutcome(String message, boolean holds, OptionalDouble actual) {

  /**
   * All assertions of the run's log in the order of its {@code setUp}. An assertion on all requests
   * one by one gives an outcome for each of them.
   */
  public static List<AssertionOutcome> of(RunStatistics run) {
    return of(assertions(run.header().assertions()), run);
  }

  /** Those that are not of the gates, because the simulation states them itself. */
  static List<AssertionOutcome> beside(Gates gates, RunStatistics run) {
    Set<Assertion> ofGates =
        gates.assertions().stream()
            .map(io.gatling.javaapi.core.Assertion::asScala)
            .collect(Collectors.toSet());
    List<Assertion> others =
        assertions(run.header().assertions()).stream()
            .filter(assertion -> !ofGates.contains(assertion))
            .filter(assertion -> !LogCompletion.isOf(assertion.path()))
            .toList();
    return of(others, run);
  }

  private static List<AssertionOutcome> of(List<Assertion> all, RunStatistics run) {
    AssertionValidator validator = new AssertionValidator(new GatlingStatistics(run));
    scala.collection.immutable.List<Assertion> assertions =
        List$.MODULE$.from(CollectionConverters.asScala(all));
    return CollectionConverters.asJava(validator.validateAssertions(assertions)).stream()
        .map(AssertionOutcome::of)
        .toList();
  }

  /** None when they cannot be read, which {@link #areReadable} tells. */
  static List<Assertion> assertions(List<PickledAssertion> pickled) {
    try {
      return pickled.stream().map(AssertionOutcome::unpickled).toList();
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  /** Whether this Gatling can read what the one asserted that wrote the log. */
  public static boolean areReadable(RunHeader run) {
    return run.assertions().isEmpty() || !assertions(run.assertions()).isEmpty();
  }

  private static Assertion unpickled(PickledAssertion assertion) {
    return Default$.MODULE$
        .Unpickle()
        .apply(AssertionPicklers.AssertionPickler())
        .fromBytes(ByteBuffer.wrap(assertion.bytes()), UnpickleState$.MODULE$.unpickleStateSpeed());
  }

  /** For people, with what it came to: {@code ... is less than 1.0 (actual 0.2)}. */
  public String text() {
    return message
        + (actual.isPresent()
            ? " (actual " + Unit.COUNT.text(actual.getAsDouble()) + ")"
            : " (not measured)");
  }

  /** Pass or fail. */
  public Verdict verdict() {
    return holds ? Verdict.PASS : Verdict.FAIL;
  }

  private static AssertionOutcome of(AssertionResult result) {
    return new AssertionOutcome(
        AssertionMessage.message(result.assertion()),
        result.success(),
        result instanceof AssertionResult.Resolved resolved
            ? OptionalDouble.of(resolved.actualValue())
            : OptionalDouble.empty());
  }
}
