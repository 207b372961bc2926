package backend.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PipelineRunTest {

  private static final Instant START = Instant.parse("2025-06-30T20:00:00Z");

  private final PipelineRun begun = PipelineRun.begun(100, START);

  @Test
  void shouldBeginWithAllStagesPendingInTheirOrder() {
    assertThat(begun.status()).isEqualTo("running");
    assertThat(begun.inProgress()).isTrue();
    assertThat(begun.durationMs()).isNull();
    assertThat(begun.stages())
        .extracting(StageReport::name)
        .containsExactly("fetch", "recommend", "ml", "db", "cache");
    assertThat(begun.stages()).extracting(StageReport::status).containsOnly("pending");
  }

  @Test
  void shouldChangeOneStageAlone() {
    PipelineRun changed =
        begun
            .with(Stage.ML, stage -> stage.begun(START.plusMillis(10)))
            .with(Stage.ML, stage -> stage.advanced(50, 2))
            .with(Stage.ML, stage -> stage.advanced(50, 1))
            .with(Stage.ML, stage -> stage.completed(START.plusMillis(35)));

    assertThat(changed.stages().get(2))
        .isEqualTo(
            new StageReport(
                "ml", "completed", START.plusMillis(10), START.plusMillis(35), 25L, 100, 3));
    assertThat(changed.stages().get(1)).isEqualTo(StageReport.pending(Stage.RECOMMEND));
    assertThat(changed.inProgress()).isTrue();
  }

  @Test
  void shouldEndWithItsDuration() {
    PipelineRun completed = begun.completed(START.plusMillis(10_050));

    assertThat(completed.status()).isEqualTo("completed");
    assertThat(completed.durationMs()).isEqualTo(10_050);
    assertThat(completed.error()).isNull();
    assertThat(completed.inProgress()).isFalse();
  }

  @Test
  void shouldNameTheStageThatFailed() {
    PipelineRun failed =
        begun
            .with(Stage.FETCH, stage -> stage.begun(START))
            .failed(Stage.FETCH, START.plusMillis(7));

    assertThat(failed.status()).isEqualTo("failed");
    assertThat(failed.error()).isEqualTo("stage fetch failed");
    assertThat(failed.durationMs()).isEqualTo(7);
    assertThat(failed.stages().get(0).status()).isEqualTo("failed");
    assertThat(failed.stages().get(0).durationMs()).isEqualTo(7);
    assertThat(failed.inProgress()).isFalse();
  }
}
