package simulations.users.agent;

import java.util.Map;

/** Bodies of requests that preparation and load have in common. */
final class AgentBodies {

  /** The agent makes a baseline of at most so many of its last answers. */
  private static final int SAMPLES = 100;

  private AgentBodies() {}

  static Map<String, ?> answer(String model, String prompt, String response) {
    return Map.of("model_name", model, "prompt", prompt, "response", response);
  }

  static Map<String, ?> baseline(String model, String configHash) {
    return Map.of("model_name", model, "config_hash", configHash, "sample_size", SAMPLES);
  }

  /**
   * @param quality the current one, 0..100
   */
  static Map<String, ?> detection(String model, String configHash, double quality) {
    return Map.of("model_name", model, "config_hash", configHash, "current_quality", quality);
  }
}
