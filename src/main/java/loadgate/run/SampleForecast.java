package loadgate.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.load.LoadPlan;
import loadgate.load.UserTypeLoad;
import loadgate.model.LoadModel;
import loadgate.model.Unit;
import loadgate.run.MaxThroughput.Pace;

/**
 * Says before the run which gates will not get the samples that they need. A user is taken to send
 * the requests of an iteration, or one if it does not say how many, once in its mean think time;
 * that is about what a fast target gives.
 *
 * @param paces of the user types by name
 */
public record SampleForecast(LoadPlan plan, Map<String, Pace> paces) {

  /** How much longer a run is proposed than it would just need to be. */
  private static final double MARGIN = 1.1;

  private static final int ROUND_SECONDS = 10;

  /** A line for each gate that will have too few samples. */
  public List<String> shortages(Gates gates) {
    List<String> lines = new ArrayList<>();
    for (Gate gate : gates.active()) {
      int least = gate.leastSamples();
      OptionalDouble expected = expected(gate);
      if (least > 1 && expected.isPresent() && expected.getAsDouble() < least) {
        lines.add(line(gate, expected.getAsDouble(), gate.settings().minSamples()));
      }
    }
    return lines;
  }

  private String line(Gate gate, double expected, int needed) {
    double seconds = plan.profile().duration().toMillis() / 1e3;
    double enough = MARGIN * seconds * needed / Math.max(0.1, expected);
    return String.format(
        Locale.ROOT,
        "%s: about %d of %d samples in %s s; %d s would do",
        gate.title(),
        Math.round(expected),
        needed,
        Unit.COUNT.text(seconds),
        (long) Math.ceil(enough / ROUND_SECONDS) * ROUND_SECONDS);
  }

  /** Empty when it cannot be told, as for one request among several. */
  private OptionalDouble expected(Gate gate) {
    if (plan.profile().isOwn() || gate.settings().detail().isPresent() || gate.measure().ofEach()) {
      return OptionalDouble.empty();
    }
    if (gate.isOfResources()) {
      return OptionalDouble.of(plan.profile().duration().toSeconds());
    }
    boolean ofRequests = gate.measure().metric().isEmpty();
    double sum = 0;
    for (UserTypeLoad load : plan.loads()) {
      if (gate.settings().userType().stream().allMatch(load.userType()::equals)) {
        Pace pace = paces.get(load.userType());
        sum += iterations(load, pace) * (ofRequests ? pace.requests().orElse(1) : 1);
      }
    }
    return Double.isFinite(sum) ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private double iterations(UserTypeLoad load, Pace pace) {
    if (plan.model(load) == LoadModel.OPEN) {
      return load.userSeconds();
    }
    if (pace.once()) {
      return load.peak();
    }
    // Without a pause only the target knows.
    return pace.thinkTime().isNone()
        ? Double.POSITIVE_INFINITY
        : load.userSeconds() / (pace.thinkTime().mean().toNanos() / 1e9);
  }
}
