package loadgate.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void shouldBeItselfWhenTheStatusIsAsExpected() {
    Answer answer = answer(201, "");

    assertThat(answer.expect(201)).isSameAs(answer);
  }

  @Test
  void shouldSayWhatWasAnsweredInstead() {
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> answer(404, " {\n  \"detail\": \"Not Found\"\n}\n").expect(200))
        .withMessage(
            "GET /health was answered 404 instead of 200: { \"detail\": \"Not Found\" };"
                + " check that the target serves this API");
  }

  @Test
  void shouldSayThatTheBodyIsEmpty() {
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> answer(502, "").expect(200))
        .withMessage(
            "GET /health was answered 502 instead of 200: (empty body);"
                + " check that the target serves this API");
  }

  @Test
  void shouldCutALongBody() {
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> answer(500, "x".repeat(201)).expect(200))
        .withMessage(
            "GET /health was answered 500 instead of 200: "
                + "x".repeat(200)
                + "…; check that the target serves this API");
  }

  @Test
  void shouldReadJson() {
    assertThat(answer(200, "{\"status\": \"ok\"}").json().path("status").asText()).isEqualTo("ok");
  }

  @Test
  void shouldRefuseWhatIsNotJson() {
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> answer(200, "<html>").json())
        .withMessage("GET /health was not answered in JSON: <html>");
  }

  private static Answer answer(int status, String body) {
    return new Answer("GET /health", status, body, List.of());
  }
}
