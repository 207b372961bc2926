package simulations.users.agent;

import static java.util.concurrent.CompletableFuture.runAsync;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import loadgate.JsonBody;
import loadgate.target.Answer;
import loadgate.target.Target;
import loadgate.target.TargetException;

/**
 * Gives the agent what its users build on: an answer, and a baseline for every model with every
 * configuration. A second time does no harm: the newest baseline counts.
 */
final class AgentPreparation {

  /** Far below what any answer of the pools scores. */
  private static final double POOR_QUALITY = 30;

  private AgentPreparation() {}

  /**
   * @throws TargetException for any unexpected status, and when a great drop goes unnoticed
   */
  static void of(Target target) {
    List<String> models = AgentFeeds.everyModel();
    List<String> hashes = AgentFeeds.everyConfigHash();
    Map<String, ?> answer =
        AgentBodies.answer(models.get(0), AgentFeeds.anyPrompt(), AgentFeeds.anyResponse());
    post(target, "/quality/analyze", answer, 200);
    establish(
        target,
        models.stream()
            .flatMap(model -> hashes.stream().map(hash -> AgentBodies.baseline(model, hash)))
            .toList());
    checkThatADropIsSeen(target, models.get(0), hashes.get(0));
  }

  /** The load itself never drops far enough to show that regressions are seen at all. */
  private static void checkThatADropIsSeen(Target target, String model, String hash) {
    Map<String, ?> drop = AgentBodies.detection(model, hash, POOR_QUALITY);
    Answer answer = post(target, "/regression/detect", drop, 200);
    if (!answer.json().path("regression_detected").asBoolean()) {
      throw new TargetException(
          answer.request()
              + " sees no regression in a quality of 30; check the agent's baselines and scores");
    }
  }

  /** All at once: one after another, for several user types, a slow agent would run out of time. */
  private static void establish(Target target, List<? extends Map<String, ?>> baselines) {
    ExecutorService executor = Executors.newFixedThreadPool(baselines.size());
    try {
      baselines.stream()
          .map(body -> runAsync(() -> post(target, "/regression/baseline", body, 201), executor))
          .toList()
          .forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof TargetException refusal ? refusal : e;
    } finally {
      executor.shutdownNow();
    }
  }

  private static Answer post(Target target, String path, Map<String, ?> body, int expected) {
    return target.post(path, JsonBody.text(body)).expect(expected);
  }
}
