package simulations.users.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

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
        "{\"symbol\":\"AAPL\",\"cached\":{\"price\":1,\"source\":\"fmp\"}}",
        "{\"symbol\":null,\"status\":\"running\"}",
        "{\"cached\":{\"price\":0,\"source\":\"unknown\"}}",
      })
  void shouldBeUsable(String text) {
    assertThat(ToolAnswer.read(answer(text)).problem("AAPL")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"symbol\":\"MSFT\"} | the answer is about MSFT",
        "{\"status\":\"failed\",\"error\":\"no such word\"} | it failed: no such word",
        "{\"cached\":{\"price\":0,\"source\":\"error\"}} | the price is from error",
        "{\"cached\":{\"source\":\"compliance_blocked\"}} | the price is from compliance_blocked",
        "price 7 | the text is no JSON object",
        "[1] | the text is no JSON object",
        "'' | the text is no JSON object",
      })
  void shouldSayWhatIsWrongWithTheResult(String text, String problem) {
    assertThat(ToolAnswer.read(answer(text)).problem("AAPL")).contains(problem);
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
    assertThat(ToolAnswer.read(body).problem("")).contains(problem);
  }

  @Test
  void shouldNotCompareASymbolThatWasNotSent() {
    assertThat(ToolAnswer.read(answer("{\"symbol\":\"MSFT\"}")).problem("")).isEmpty();
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
