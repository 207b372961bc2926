package loadgate;

import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import loadgate.metrics.Metric;
import loadgate.metrics.RatedRequest;

/** Builds chains that user types often need. */
public final class Chains {

  private Chains() {}

  /** Requests or chains, one after the other, that are drawn with a weight. */
  public static Task task(double weight, Executable first, Executable... others) {
    return new Task(weight, exec(first, others));
  }

  /** One of the tasks, drawn by weight, anew at every execution. */
  public static ChainBuilder weighted(Task... tasks) {
    double sum = Arrays.stream(tasks).mapToDouble(Task::weight).sum();
    List<Choice.WithWeight> choices =
        Arrays.stream(tasks)
            .map(task -> percent(100 * task.weight() / sum).then(task.chain()))
            .collect(Collectors.toList());
    return randomSwitch().on(choices);
  }

  /**
   * The usual chain, but the rare one at the first execution in the run, by whichever user of the
   * type comes first: so even the shortest run has tried what a draw could leave out.
   */
  public static ChainBuilder firstOfAll(Executable rare, Executable usual) {
    AtomicBoolean tried = new AtomicBoolean();
    return doIfOrElse(session -> tried.compareAndSet(false, true))
        .then(exec(rare))
        .orElse(exec(usual));
  }

  /** The request with its outcome recorded: a hit unless it failed. */
  public static ChainBuilder rated(Metric rate, Executable request) {
    return rated(rate, request, session -> true);
  }

  /**
   * The request, or chain of requests, with its outcome recorded as one sample of a rate. A request
   * that failed or was not sent is a miss, whatever the function says, and so is one on whose
   * answer the function throws; what failed before the request is no matter of the rate.
   *
   * @param hit is asked only when the request did not fail
   */
  public static ChainBuilder rated(Metric rate, Executable request, Predicate<Session> hit) {
    return RatedRequest.of(rate, request, hit);
  }

  /** Each step only while none of those before it failed. */
  public static ChainBuilder steps(Executable first, Executable... others) {
    ChainBuilder chain = exec(first);
    for (Executable step : others) {
      chain = chain.doIf(session -> !session.isFailed()).then(exec(step));
    }
    return chain;
  }
}
