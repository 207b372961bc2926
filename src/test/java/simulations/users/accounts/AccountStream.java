package simulations.users.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.http.client.Request;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * One event stream as its user sees it: what was asked for, the frames with their times, and the
 * outcome. It belongs to one user and is not thread-safe.
 */
final class AccountStream {

  static final String COMPLETED = "completed";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ERRORS =
      Set.of("agent_error", "initialization_error", "orchestration_error", "error");

  /** Gatling repeats a request on a closed connection at once, but reopens a cut stream later. */
  private static final Duration REPETITION = Duration.ofSeconds(1);

  private final String accountId = "ACC-LOAD-" + ThreadLocalRandom.current().nextInt(1_000, 10_000);
  private final String threadId;
  private final String workflow;
  private final boolean whole;
  private final int frameLimit;
  private final Duration due;
  private final long startNanos = System.nanoTime();
  private final List<Long> frameNanos = new ArrayList<>();

  private Optional<Long> sentNanos = Optional.empty();
  private Optional<Duration> duration = Optional.empty();
  private String outcome;

  private AccountStream(
      String threadPrefix, String workflow, boolean whole, int frameLimit, Duration due) {
    this.threadId = threadPrefix + accountId;
    this.workflow = workflow;
    this.whole = whole;
    this.frameLimit = frameLimit;
    this.due = due;
  }

  /** A stream on a random account that must complete its workflow within so many frames. */
  static AccountStream whole(String threadPrefix, String workflow, int maxFrames) {
    return new AccountStream(
        threadPrefix, workflow, true, maxFrames, ChronoUnit.FOREVER.getDuration());
  }

  /** A stream on a random account that succeeds with so many frames in that time. */
  static AccountStream start(String threadPrefix, String workflow, int frames, Duration due) {
    return new AccountStream(threadPrefix, workflow, false, frames, due);
  }

  String accountId() {
    return accountId;
  }

  /** The body of the request. */
  Map<String, Object> request() {
    return Map.of(
        "account_id", accountId,
        "workflow", workflow,
        "thread_id", threadId,
        "run_id", "run-" + System.currentTimeMillis(),
        "options", Map.of());
  }

  /** Refuses to send the request again: Gatling would reopen a stream that was cut. */
  Request sentOnce(Request request) {
    long now = System.nanoTime();
    boolean late = sentNanos.filter(sent -> now - sent > REPETITION.toNanos()).isPresent();
    if (late || !frameNanos.isEmpty()) {
      throw new IllegalStateException("the stream broke off and is not opened again");
    }
    sentNanos = sentNanos.or(() -> Optional.of(now));
    return request;
  }

  /**
   * Takes an event.
   *
   * @param event as Gatling passes it: an object with the event's {@code data}
   * @return whether it decides the outcome
   */
  boolean receive(String event) {
    JsonNode frame = data(event);
    if (!frame.isObject() || outcome != null) {
      return false;
    }
    frameNanos.add(System.nanoTime());
    outcome = outcomeOf(frame);
    return outcome != null;
  }

  private static JsonNode data(String event) {
    try {
      return JSON.readTree(event).path("data");
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** Null if the stream goes on. */
  private String outcomeOf(JsonNode frame) {
    String type = frame.path(frame.hasNonNull("type") ? "type" : "event").asText();
    JsonNode data = frame.path("data");
    if (ERRORS.contains(type)) {
      return type + " " + data.path("error_message").asText();
    }
    if (whole && type.equals("workflow_completed")) {
      return completion(data);
    }
    if (frameNanos.size() < frameLimit) {
      return null;
    }
    if (whole) {
      return "not complete after " + frameLimit + " frames";
    }
    return age().compareTo(due) > 0
        ? "%d frames only after %d s".formatted(frameLimit, due.toSeconds())
        : COMPLETED;
  }

  private String completion(JsonNode data) {
    if (!data.path("account_id").asText().equals(accountId)
        || !data.path("workflow").asText().equals(workflow)) {
      return "completed for another account or workflow";
    }
    String status = data.path("final_output").path("status").asText("error");
    return status.equals("error") ? "completed with an error" : COMPLETED;
  }

  /** {@link #COMPLETED} or the reason of the failure; empty while it is not decided. */
  Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Nothing more will come. */
  void end() {
    duration = Optional.of(age());
  }

  boolean isCompleted() {
    return COMPLETED.equals(outcome);
  }

  /** Whether it ended because its user, who waits so long, lost patience. */
  private boolean isHung(Duration patience) {
    return outcome == null && duration.filter(time -> time.compareTo(patience) >= 0).isPresent();
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  int frames() {
    return frameNanos.size();
  }

  /** From the start to the first frame; empty without a frame. */
  Optional<Double> firstFrameMillis() {
    return frameNanos.stream().findFirst().map(first -> (first - startNanos) / 1e6);
  }

  /**
   * From the start to the last frame. Of a stream that hung it is the time that its user waited;
   * empty for one that failed earlier, as it would have been completed at an unknown time.
   */
  Optional<Double> completionMillis(Duration patience) {
    if (isHung(patience)) {
      return duration.map(time -> time.toNanos() / 1e6);
    }
    return isCompleted()
        ? Optional.of((frameNanos.get(frames() - 1) - startNanos) / 1e6)
        : Optional.empty();
  }

  /**
   * Between each frame and the one before. The silence at the end of a stream that hung is a gap as
   * well; empty for one that failed earlier.
   */
  List<Double> gapMillis(Duration patience) {
    List<Long> times = new ArrayList<>(frameNanos);
    if (isHung(patience)) {
      times.add(startNanos + duration.orElseThrow().toNanos());
      if (frameNanos.isEmpty()) {
        times.add(0, startNanos);
      }
    } else if (!isCompleted()) {
      return List.of();
    }
    return IntStream.range(1, times.size())
        .mapToObj(i -> (times.get(i) - times.get(i - 1)) / 1e6)
        .toList();
  }
}
