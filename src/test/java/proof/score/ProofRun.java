package proof.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.model.GateLimits;
import loadgate.report.GatesJson;
import loadgate.settings.Settings;
import proof.FinishedRun;
import proof.FinishedRun.GateOutcome;
import proof.RunDescription;

/**
 * A finished run and what became of its gates.
 *
 * @param users at the peak of its load profile
 */
record ProofRun(RunDescription description, double users, List<Outcome> outcomes) {

  /**
   * What became of a gate, which was measured.
   *
   * @param shipped its limits as they are shipped
   * @param used its limits in this run
   */
  record Outcome(GateLimits shipped, GateLimits used, double value, String verdict) {}

  /** The runs below a folder that have ended since then and left a record. */
  static List<ProofRun> find(Path folder, Instant since, ShippedGates shipped) throws IOException {
    List<ProofRun> runs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(f -> f.endsWith(RunDescription.FILE_NAME)).sorted().toList()) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          runs.add(read(file, shipped));
        }
      }
    }
    return runs;
  }

  private static ProofRun read(Path file, ShippedGates shipped) throws IOException {
    RunDescription description = RunDescription.read(file);
    FinishedRun finished = new FinishedRun(description.exitCode(), "", file.getParent());
    if (!finished.hasRunFolder()) {
      return new ProofRun(description, 0, List.of());
    }
    Settings settings = shipped.settings(description.simulation(), description.profile());
    String users = description.options().get("users");
    return new ProofRun(
        description,
        users == null ? settings.profile().peak() : Double.parseDouble(users),
        outcomes(finished, settings.gates()));
  }

  private static List<Outcome> outcomes(FinishedRun run, List<GateLimits> shipped)
      throws IOException {
    List<Gate> gates = GatesJson.read(run.runFolder()).map(Gates::active).orElse(List.of());
    if (gates.isEmpty()) {
      return List.of();
    }
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, GateOutcome> measured = run.gates();
    for (Gate gate : gates) {
      GateOutcome outcome = measured.get(gate.title());
      Optional<GateLimits> asShipped =
          shipped.stream().filter(limits -> isSameMeasure(limits, gate.settings())).findFirst();
      if (asShipped.isPresent()
          && outcome.actual().isPresent()
          && (gate.measure().ofEach() || outcome.samples() >= gate.settings().minSamples())) {
        outcomes.add(
            new Outcome(
                asShipped.get(),
                gate.settings(),
                outcome.value(),
                outcome.verdict().orElseThrow()));
      }
    }
    return List.copyOf(outcomes);
  }

  private static boolean isSameMeasure(GateLimits limits, GateLimits other) {
    return limits.userType().equals(other.userType())
        && limits.detail().equals(other.detail())
        && limits.measure().name().equals(other.measure().name());
  }

  /** Something was broken. */
  boolean isFaulty() {
    return !description.allFaults().isEmpty();
  }

  /** Nothing was broken. */
  boolean isHealthy() {
    return !isFaulty();
  }
}
