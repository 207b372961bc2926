package simulations.users.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolAnswerTest {

  private static String answer(String text) {
    return "{\"isError\":false,\"content\":[{\"type\":\"text\",\"text\":\""
        + text.replace("\"", "\\\"")
        + "\"}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"symbol\":\"MSFT\",\"cached\":{\"price\":1,\"source\":\"fmp\"}}",
        "{\"status\":\"running\"}",
        "{\"cached\":{\"price\":0,\"source\":\"unknown\"}}",
      })
  void shouldBeUsable(String text) {
    assertThat(ToolAnswer.read(answer(text)).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"failed\",\"error\":\"no such word\"} | it failed: no such word",
        "{\"cached\":{\"price\":0,\"source\":\"error\"}} | the price is from error",
        "{\"cached\":{\"source\":\"compliance_blocked\"}} | the price is from compliance_blocked",
        "price 7 | the text is no JSON object",
        "{} Fatal error | the text is no JSON object",
        "[1] | the text is no JSON object",
        "'' | the text is no JSON object",
      })
  void shouldSayWhatIsWrongWithTheResult(String text, String problem) {
    assertThat(ToolAnswer.read(answer(text)).problem()).contains(problem);
    assertThat(ToolAnswer.read(answer(text)).problem("AAPL")).contains(problem);
  }

  @Test
  void shouldBeAboutTheSymbolThatWasSent() {
    assertThat(ToolAnswer.read(answer("{\"symbol\":\"AAPL\"}")).problem("AAPL")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"symbol\":\"MSFT\"} | the answer is about MSFT",
        "{\"symbol\":null} | the answer is about no symbol",
        "{} | the answer is about no symbol",
      })
  void shouldNotBeAboutAnotherSymbol(String text, String problem) {
    assertThat(ToolAnswer.read(answer(text)).problem("AAPL")).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | true",
        "false | true",
        "\"a\" | true",
        "[null] | true",
        "\" \" | false",
        "null | false",
        "[] | false",
        "{} | false",
      })
  void shouldSeeThatThereIsSomething(String value, boolean present) throws IOException {
    assertThat(ToolAnswer.isPresent(new ObjectMapper().readTree(value))).isEqualTo(present);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"Error: no\"}]}"
            + " | the tool failed: Error: no",
        "{\"content\":[{\"type\":\"text\",\"text\":\"{}\"}]} | the tool failed: {}",
        "{\"isError\":\"false\",\"content\":[{\"type\":\"text\",\"text\":\"{}\"}]}"
            + " | the tool failed: {}",
        "{\"isError\":false,\"content\":[{\"type\":\"image\",\"text\":\"{}\"}]}"
            + " | the content is no text",
        "{\"isError\":false,\"content\":[]} | the content is no text",
        "{} | the tool failed: nothing said",
        "<html> | the answer is no JSON object",
        "'' | the answer is no JSON object",
      })
  void shouldSayWhatIsWrongWithTheBody(String body, String problem) {
    assertThat(ToolAnswer.read(body).problem()).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"isError\":true,\"content\":[]} | true",
        "{\"isError\":false,\"content\":[]} | false",
        "<html> | false",
      })
  void shouldHaveNoPriceWhenTheToolFailed(String body, boolean expected) {
    assertThat(ToolAnswer.read(body).hasNoPrice()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, unknown, true", "0, fmp, false", "1, unknown, false"})
  void shouldHaveNoPriceOfAnUnknownSymbol(double price, String source, boolean expected) {
    String text = "{\"cached\":{\"price\":" + price + ",\"source\":\"" + source + "\"}}";

    assertThat(ToolAnswer.read(answer(text)).hasNoPrice()).isEqualTo(expected);
  }
}
