package loadgate.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

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

  @Test
  void shouldFindAHeaderInAnyCase() {
    HttpHeaders headers =
        HttpHeaders.of(Map.of("X-Total-Count", List.of("7", "8")), (name, value) -> true);
    Answer answer = new Answer("GET /list", 200, "", headers);

    assertThat(answer.header("x-total-count")).contains("7");
    assertThat(answer.header("X-Other")).isEmpty();
  }

  private static Answer answer(int status, String body) {
    return new Answer("GET /health", status, body, NO_HEADERS);
  }
}
