package simulations.users.investment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PipelineStagesTest {

  private static JsonNode run(String status, String... stages) throws JsonProcessingException {
    return new ObjectMapper()
        .readTree(
            "{\"status\":\"%s\",\"error\":\"stage ml failed\",\"stages\":[%s]}"
                .formatted(status, String.join(",", stages)));
  }

  private static String stage(String name, String status, String durationMs) {
    return "{\"name\":\"%s\",\"status\":\"%s\",\"duration_ms\":%s}"
        .formatted(name, status, durationMs);
  }

  private static String done(String name) {
    return stage(name, "completed", "7");
  }

  @Test
  void shouldFindNoFlawInARunThatWentThroughAllStages() throws JsonProcessingException {
    JsonNode run =
        run("completed", done("fetch"), done("recommend"), done("ml"), done("db"), done("cache"));

    assertThat(PipelineStages.flaw(run)).isEmpty();
    assertThat(PipelineStages.isOver(run)).isTrue();
  }

  @Test
  void shouldFindNoFlawInARunUnderWay() throws JsonProcessingException {
    JsonNode run = run("running", stage("fetch", "running", "null"));

    assertThat(PipelineStages.flaw(run)).isEmpty();
    assertThat(PipelineStages.isOver(run)).isFalse();
  }

  @Test
  void shouldDemandTheStagesInTheirOrder() throws JsonProcessingException {
    JsonNode run =
        run("completed", done("fetch"), done("ml"), done("recommend"), done("db"), done("cache"));

    assertThat(PipelineStages.flaw(run))
        .contains("the stages are [fetch, ml, recommend, db, cache]");
  }

  @Test
  void shouldDemandThatNoStageIsMissing() throws JsonProcessingException {
    JsonNode run = run("completed", done("fetch"), done("recommend"), done("ml"), done("db"));

    assertThat(PipelineStages.flaw(run)).contains("the stages are [fetch, recommend, ml, db]");
  }

  @Test
  void shouldDemandThatEveryStageIsCompleted() throws JsonProcessingException {
    String cache = stage("cache", "running", "null");
    JsonNode run =
        run("completed", done("fetch"), done("recommend"), done("ml"), done("db"), cache);

    assertThat(PipelineStages.flaw(run))
        .contains(
            "the run is completed, but its stages are"
                + " [completed, completed, completed, completed, running]");
  }

  @Test
  void shouldSayWhyARunFailed() throws JsonProcessingException {
    assertThat(PipelineStages.flaw(run("failed"))).contains("the run failed: stage ml failed");
    assertThat(PipelineStages.isOver(run("failed"))).isTrue();
  }

  @Test
  void shouldNotWaitForAStatusThatDoesNotExist() throws JsonProcessingException {
    assertThat(PipelineStages.flaw(run("lost"))).contains("the run has the status \"lost\"");
    assertThat(PipelineStages.isOver(run("lost"))).isTrue();
  }

  @Test
  void shouldTellHowLongAStageTookOnceItHasEnded() throws JsonProcessingException {
    JsonNode run = run("running", stage("fetch", "completed", "3001"), stage("ml", "x", "null"));

    assertThat(PipelineStages.millis(run, "fetch")).hasValue(3_001);
    assertThat(PipelineStages.millis(run, "ml")).isEmpty();
    assertThat(PipelineStages.millis(run, "db")).isEmpty();
  }
}
