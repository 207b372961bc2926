package simulations.users.investment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What must be true of a run of the pipeline, and how long its stages took. */
final class PipelineStages {

  /** All of them, in the order in which they must follow one another. */
  static final List<String> NAMES = List.of("fetch", "recommend", "ml", "db", "cache");

  private PipelineStages() {}

  /**
   * What is wrong with a run.
   *
   * @param run the data of an answer
   */
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
