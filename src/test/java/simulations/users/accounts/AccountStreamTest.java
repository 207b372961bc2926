package simulations.users.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountStreamTest {

  private static final String STEP = event("agent_stream", "{}");

  private static final Duration PATIENCE = Duration.ofHours(1);

  private final AccountStream stream = AccountStream.whole("daily-", "daily_review", 3);

  private static String event(String type, String data) {
    return "{\"data\":{\"type\":\"%s\",\"event\":\"other\",\"data\":%s}}".formatted(type, data);
  }

  private static String completion(String account, String workflow, String status) {
    return event(
        "workflow_completed",
        "{\"account_id\":\"%s\",\"workflow\":\"%s\",\"final_output\":{\"status\":\"%s\"}}"
            .formatted(account, workflow, status));
  }

  @Test
  void shouldCompleteWithItsWorkflow() {
    assertThat(stream.receive(STEP)).isFalse();
    assertThat(stream.outcome()).isEmpty();
    assertThat(stream.receive(completion(stream.accountId(), "daily_review", "completed")))
        .isTrue();
    assertThat(stream.isCompleted()).isTrue();
    assertThat(stream.frames()).isEqualTo(2);
    assertThat(stream.gapMillis(PATIENCE)).hasSize(1);
    assertThat(stream.completionMillis(PATIENCE).orElseThrow())
        .isGreaterThanOrEqualTo(stream.firstFrameMillis().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "ACC-1, daily_review, completed, completed for another account or workflow",
    ", risk_assessment, completed, completed for another account or workflow",
    ", daily_review, error, completed with an error",
  })
  void shouldFailWithAnotherCompletion(
      String account, String workflow, String status, String outcome) {
    String completed = account == null ? stream.accountId() : account;
    assertThat(stream.receive(completion(completed, workflow, status))).isTrue();
    assertThat(stream.outcome()).contains(outcome);
    assertThat(stream.completionMillis(PATIENCE)).isEmpty();
    assertThat(stream.gapMillis(PATIENCE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent_error", "initialization_error", "orchestration_error", "error"})
  void shouldFailWithAnErrorFrame(String type) {
    assertThat(stream.receive(event(type, "{\"error_message\":\"no luck\"}"))).isTrue();
    assertThat(stream.outcome()).contains(type + " no luck");
  }

  @Test
  void shouldFailWithTooManyFrames() {
    assertThat(stream.receive(STEP)).isFalse();
    assertThat(stream.receive(STEP)).isFalse();
    assertThat(stream.receive(STEP)).isTrue();
    assertThat(stream.outcome()).contains("not complete after 3 frames");
  }

  @Test
  void shouldReadTheEventNameWithoutAType() {
    assertThat(stream.receive("{\"data\":{\"event\":\"error\"}}")).isTrue();
  }

  @Test
  void shouldPreferTheTypeToTheEventName() {
    String other = "{\"data\":{\"type\":\"agent_update\",\"event\":\"workflow_completed\"}}";

    assertThat(stream.receive(other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"retry\":10}", "{\"data\":\"[DONE]\"}", "{\"data\":[1]}", "nonsense"})
  void shouldIgnoreEventsWithoutAFrame(String event) {
    assertThat(stream.receive(event)).isFalse();
    assertThat(stream.frames()).isZero();
    assertThat(stream.firstFrameMillis()).isEmpty();
  }

  @Test
  void shouldSucceedWithEnoughFramesOfAStart() {
    AccountStream start = AccountStream.start("burst-", "account_analysis", 2, PATIENCE);

    assertThat(start.receive(STEP)).isFalse();
    assertThat(start.receive(STEP)).isTrue();
    assertThat(start.isCompleted()).isTrue();
    assertThat(start.receive(STEP)).as("over already").isFalse();
    assertThat(start.frames()).isEqualTo(2);
  }

  @Test
  void shouldFailAStartThatComesLate() {
    AccountStream start = AccountStream.start("burst-", "account_analysis", 1, Duration.ZERO);

    assertThat(start.receive(STEP)).isTrue();
    assertThat(start.outcome()).contains("1 frames only after 0 s");
  }

  @Test
  void shouldTakeAsLongAsItsUserWaitedWhenItHangs() {
    stream.receive(STEP);
    stream.end();

    assertThat(stream.completionMillis(Duration.ZERO)).isPresent();
    assertThat(stream.gapMillis(Duration.ZERO)).as("the silence at the end").hasSize(1);
    assertThat(stream.completionMillis(PATIENCE)).as("cut earlier").isEmpty();
    assertThat(stream.gapMillis(PATIENCE)).as("cut earlier").isEmpty();
  }

  @Test
  void shouldBeOneGapWhenNothingEverComes() {
    stream.end();

    assertThat(stream.gapMillis(Duration.ZERO))
        .containsExactly(stream.completionMillis(Duration.ZERO).orElseThrow());
  }

  @Test
  void shouldNotBeOpenedAgain() {
    assertThat(stream.sentOnce(null)).as("a second try before anything came").isNull();
    assertThat(stream.sentOnce(null)).isNull();
    stream.receive(STEP);

    assertThatIllegalStateException()
        .isThrownBy(() -> stream.sentOnce(null))
        .withMessage("the stream broke off and is not opened again");
  }
}
