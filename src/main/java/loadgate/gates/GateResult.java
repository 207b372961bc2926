package loadgate.gates;

import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import loadgate.stats.Summary;

/**
 * The result of one gate: the measured value and the verdict.
 *
 * @param actual in the measure's unit; empty when nothing was recorded
 * @param samples how many requests or metric samples the figure is made of
 */
public record GateResult(Gate gate, OptionalDouble actual, long samples, Verdict verdict) {

  static GateResult of(Gate gate, RunStatistics statistics) {
    Optional<Summary> measured =
        gate.path().isEmpty()
            ? Optional.of(statistics.global())
            : statistics.find(gate.path()).map(PathStatistics::summary);
    long samples = measured.map(Summary::count).orElse(0L);
    OptionalDouble actual =
        samples == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(gate.measure().of(measured.orElseThrow()));
    return new GateResult(gate, actual, samples, verdict(gate, actual, samples));
  }

  private static Verdict verdict(Gate gate, OptionalDouble actual, long samples) {
    boolean measured = measured(gate, actual, samples);
    if (breaks(gate, gate.settings().fail(), actual, measured)) {
      return Verdict.FAIL;
    }
    return breaks(gate, gate.settings().warn(), actual, measured) ? Verdict.WARN : Verdict.PASS;
  }

  /** What was not measured breaks every limit. */
  private static boolean breaks(
      Gate gate, OptionalDouble limit, OptionalDouble actual, boolean measured) {
    return limit.isPresent() && !(measured && gate.meets(actual.getAsDouble(), limit));
  }

  /** The measured value for people. */
  public String actualText() {
    if (actual.isEmpty()) {
      return "not measured";
    }
    String value = gate.text(actual.getAsDouble());
    return samples < gate.settings().minSamples() ? value + " (too few)" : value;
  }

  /** The limit that the verdict is about, for people: the warn limit if that alone is broken. */
  public String limitText() {
    boolean warns = verdict == Verdict.WARN || gate.settings().fail().isEmpty();
    return gate.text(warns ? gate.settings().warn() : gate.settings().fail());
  }

  /**
   * Whether there were as many samples as the gate asks for; without them every limit is broken.
   */
  public boolean measured() {
    return measured(gate, actual, samples);
  }

  private static boolean measured(Gate gate, OptionalDouble actual, long samples) {
    return actual.isPresent() && samples >= gate.settings().minSamples();
  }
}
