package backend.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps every baseline ever made, so that the memory of the process grows during a long run, as in
 * the agent that this one stands for.
 */
final class Baselines {

  /**
   * The quality that later answers of a model with a configuration are compared with.
   *
   * @param averageQuality 0..100
   * @param sampleSize number of answers in the average
   */
  record Baseline(
      UUID baselineId,
      String modelName,
      String configHash,
      double averageQuality,
      int sampleSize,
      Instant createdAt) {}

  private final boolean remembering;

  /** By model and configuration. */
  private final Map<List<String>, List<Baseline>> made = new HashMap<>();

  /**
   * @param remembering false forgets every baseline at once
   */
  Baselines(boolean remembering) {
    this.remembering = remembering;
  }

  /**
   * Makes a baseline of these answers, whichever model gave them.
   *
   * @param answers at least one
   */
  Baseline add(String modelName, String configHash, List<ScoredAnswer> answers) {
    double quality = ScoredAnswer.mean(answers, ScoredAnswer::overallQuality);
    Baseline baseline =
        new Baseline(
            UUID.randomUUID(), modelName, configHash, quality, answers.size(), Instant.now());
    if (remembering) {
      synchronized (made) {
        made.computeIfAbsent(List.of(modelName, configHash), key -> new ArrayList<>())
            .add(baseline);
      }
    }
    return baseline;
  }

  Optional<Baseline> newest(String modelName, String configHash) {
    synchronized (made) {
      return Optional.ofNullable(made.get(List.of(modelName, configHash)))
          .map(all -> all.get(all.size() - 1));
    }
  }
}
