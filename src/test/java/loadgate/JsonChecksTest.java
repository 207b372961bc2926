package loadgate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": [1, {"b": "<br/>"}]}     | no flaw
          [] \t                          | no flaw
          "text"                         | no flaw
          null                           | no flaw
          17                             | no flaw
          `  `                           | no flaw
          {"a": 1}<br/>Fatal_error       | text behind the JSON value
          {"a": 1} {"a": 2}              | a second value behind the first
          []]                            | text behind the JSON value
          {"a": 1                        | broken JSON
          {"a": NaN}                     | broken JSON
          <html></html>                  | broken JSON
          """)
  void shouldFindWhatIsWrongWithABody(String body, String flaw) {
    assertThat(JsonChecks.flaw(body)).isEqualTo(flaw);
  }
}
