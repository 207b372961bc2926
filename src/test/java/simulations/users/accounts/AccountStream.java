package simulations.users.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.http.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One stream of events as the user sees it who is about to ask for it: what came, when, and how it
 * ended. It belongs to that one user and is not safe for several threads.
 */
final class AccountStream {

  static final String COMPLETED = "completed";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMPLETION = "workflow_completed";
  private static final Set<String> ERRORS =
      Set.of("agent_error", "initialization_error", "orchestration_error", "error");

  /** A request on a connection that turns out to be closed is sent again at once, not later. */
  private static final Duration RESENDING = Duration.ofSeconds(1);

  private final String accountId;
  private final String workflow;
  private final boolean whole;
  private final int frameLimit;
  private final long startNanos = System.nanoTime();
  private final List<Long> frameNanos = new ArrayList<>();

  private String outcome;

  private AccountStream(String accountId, String workflow, boolean whole, int frameLimit) {
    this.accountId = accountId;
    this.workflow = workflow;
    this.whole = whole;
    this.frameLimit = frameLimit;
  }

  /** A stream that is complete when its workflow is, within so many frames. */
  static AccountStream whole(String accountId, String workflow, int mostFrames) {
    return new AccountStream(accountId, workflow, true, mostFrames);
  }

  /** A stream of which so many frames are enough. */
  static AccountStream beginning(String accountId, String workflow, int frames) {
    return new AccountStream(accountId, workflow, false, frames);
  }

  String accountId() {
    return accountId;
  }

  String workflow() {
    return workflow;
  }

  /**
   * Lets the request out once. Gatling would open a stream again that broke off in the middle; its
   * user is to be told instead.
   */
  Request sent(Request request) {
    boolean late = System.nanoTime() - startNanos > RESENDING.toNanos();
    if (!frameNanos.isEmpty() || late) {
      throw new IllegalStateException("the stream broke off and is not opened again");
    }
    return request;
  }

  /**
   * Takes in what came.
   *
   * @param event as Gatling hands it on: an object with the event's {@code data}
   * @return whether it decides on the stream; then {@link #outcome} says how
   */
  boolean receive(String event) {
    JsonNode frame = data(event);
    if (!frame.isObject() || outcome != null) {
      return false;
    }
    frameNanos.add(System.nanoTime());
    outcome = judge(frame);
    return outcome != null;
  }

  private static JsonNode data(String event) {
    try {
      return JSON.readTree(event).path("data");
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** How the stream ends with this frame; null if it goes on. */
  private String judge(JsonNode frame) {
    String type = frame.path(frame.hasNonNull("type") ? "type" : "event").asText();
    JsonNode data = frame.path("data");
    if (ERRORS.contains(type)) {
      return type + " " + data.path("error_message").asText();
    }
    if (whole && type.equals(COMPLETION)) {
      return completion(data);
    }
    if (frameNanos.size() < frameLimit) {
      return null;
    }
    return whole ? "not complete after " + frameLimit + " frames" : COMPLETED;
  }

  private String completion(JsonNode data) {
    if (!data.path("account_id").asText().equals(accountId)
        || !data.path("workflow").asText().equals(workflow)) {
      return "completed for another account or workflow";
    }
    String status = data.path("final_output").path("status").asText("error");
    return status.equals("error") ? "completed with an error" : COMPLETED;
  }

  /** {@link #COMPLETED}, or what is wrong with it; empty as long as it is not over. */
  Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  boolean isCompleted() {
    return COMPLETED.equals(outcome);
  }

  int frames() {
    return frameNanos.size();
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** From the start to the first frame, in milliseconds; empty without one. */
  Optional<Double> firstFrameMillis() {
    return frameNanos.stream().findFirst().map(first -> (first - startNanos) / 1e6);
  }

  /** From the start to the last frame, in milliseconds; empty unless it is complete. */
  Optional<Double> completionMillis() {
    return isCompleted()
        ? Optional.of((frameNanos.get(frames() - 1) - startNanos) / 1e6)
        : Optional.empty();
  }

  /** Between each frame and the one before, in milliseconds; empty unless it is complete. */
  List<Double> gapMillis() {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; isCompleted() && i < frames(); i++) {
      gaps.add((frameNanos.get(i) - frameNanos.get(i - 1)) / 1e6);
    }
    return gaps;
  }
}
