package simulations.users.agent;

import static io.gatling.javaapi.core.CoreDsl.csv;

import java.util.List;
import java.util.Map;
import loadgate.JsonBody;
import loadgate.target.Answer;
import loadgate.target.Target;
import loadgate.target.TargetException;

/**
 * Gives the agent an analyzed answer and a baseline for every model with every configuration, then
 * checks that it detects a regression. Doing so again does no harm: the newest baseline counts.
 */
final class AgentPreparation {

  private AgentPreparation() {}

  /**
   * @throws TargetException for an unexpected status, or when no regression is detected
   */
  static void of(Target target) {
    List<String> models = pool("models", "model");
    List<String> hashes = pool("config-hashes", "configHash");
    Map<String, ?> answer =
        Map.of(
            "model_name", models.get(0),
            "prompt", pool("prompts", "prompt").get(0),
            "response", pool("responses", "response").get(0));
    post(target, "/quality/analyze", answer, 200);
    List<Map<String, ?>> baselines =
        models.stream()
            .<Map<String, ?>>flatMap(
                model ->
                    hashes.stream()
                        .map(
                            hash ->
                                Map.of(
                                    "model_name", model, "config_hash", hash, "sample_size", 100)))
            .toList();
    // In parallel, because preparations have a time limit and the agent may be slow.
    baselines.parallelStream().forEach(body -> post(target, "/regression/baseline", body, 201));
    checkDetection(target, models.get(0), hashes.get(0));
  }

  /** The load itself never reports a quality low enough to show that regressions are detected. */
  private static void checkDetection(Target target, String model, String hash) {
    Map<String, ?> poor = Map.of("model_name", model, "config_hash", hash, "current_quality", 30);
    Answer answer = post(target, "/regression/detect", poor, 200);
    if (!answer.json().path("regression_detected").asBoolean()) {
      throw new TargetException(
          answer.request()
              + " detects no regression in a quality of 30; check the agent's baselines and"
              + " scores");
    }
  }

  private static Answer post(Target target, String path, Map<String, ?> body, int expected) {
    return target.post(path, JsonBody.text(body)).expect(expected);
  }

  private static List<String> pool(String name, String column) {
    return csv("feeders/agent-" + name + ".csv").readRecords().stream()
        .map(row -> row.get(column).toString())
        .toList();
  }
}
