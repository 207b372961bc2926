package simulations.users.investment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks a pipeline run and reads the durations of its stages. */
final class PipelineStages {

  /** All stages in their order. */
  static final List<String> NAMES = List.of("fetch", "recommend", "ml", "db", "cache");

  private static final ObjectMapper JSON = new ObjectMapper();

  private PipelineStages() {}

  /** The run in an answer; null when the answer is no JSON or has no data. */
  static JsonNode run(String answer) {
    try {
      JsonNode run = JSON.readTree(answer).path("data");
      return run.isObject() ? run : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** What is wrong with a run; empty when nothing is. */
  static Optional<String> flaw(JsonNode run) {
    return switch (run.path("status").asText()) {
      case "running" -> Optional.empty();
      case "completed" -> flawOfCompleted(run.path("stages"));
      case "failed" -> Optional.of("the run failed: " + run.path("error").asText());
      default -> Optional.of("the run has the status " + run.path("status"));
    };
  }

  private static Optional<String> flawOfCompleted(JsonNode stages) {
    List<String> names = stages.findValuesAsText("name");
    if (!names.equals(NAMES)) {
      return Optional.of("the stages are " + names);
    }
    List<String> statuses = stages.findValuesAsText("status");
    return statuses.stream().allMatch("completed"::equals)
        ? Optional.empty()
        : Optional.of("the run is completed, but its stages are " + statuses);
  }

  static boolean isOver(JsonNode run) {
    return !run.path("status").asText().equals("running");
  }

  /** How long a stage took, in milliseconds; empty unless it has ended. */
  static OptionalLong millis(JsonNode run, String stage) {
    for (JsonNode report : run.path("stages")) {
      if (report.path("name").asText().equals(stage)
          && report.path("duration_ms").isIntegralNumber()) {
        return OptionalLong.of(report.path("duration_ms").asLong());
      }
    }
    return OptionalLong.empty();
  }
}
