package loadgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files that Gatling wrote until 3.13.4, beside those that it wrote for the same log. */
class GatlingFilesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void shouldGiveTheGlobalFiguresOfGatling() throws IOException {
    JsonNode theirs = json(Fixture.GATLING_3_13.gatlings("global_stats.json"));
    JsonNode ours = json(GatlingStatsJson.global(Fixture.GATLING_3_13.run()));

    for (int number = 1; number <= 4; number++) {
      String percentile = "/percentiles" + number + "/total";
      assertThat(ours.at(percentile).asLong())
          .isCloseTo(theirs.at(percentile).asLong(), within(1L));
    }
    assertThat(fields(ours)).isEqualTo(fields(theirs));
    assertThat(withoutPercentiles(ours)).isEqualTo(withoutPercentiles(theirs));
  }

  @Test
  void shouldGiveTheWholeTreeOfGatling() throws IOException {
    JsonNode theirs = json(Fixture.GATLING_3_13.gatlings("stats.json"));
    JsonNode ours = json(GatlingStatsJson.tree(Fixture.GATLING_3_13.run()));

    assertThat(fields(ours)).containsExactlyInAnyOrderElementsOf(fields(theirs));
    assertThat(withoutPercentiles(ours)).isEqualTo(withoutPercentiles(theirs));
  }

  @Test
  void shouldGiveTheAssertionsOfGatling() throws IOException {
    String theirs = Fixture.GATLING_3_13.gatlings("assertions.xml");
    String ours = AssertionsXml.of(Fixture.GATLING_3_13.run());

    assertThat(ours)
        .contains(
            "<testsuite name=\"simulations.ProtoSimulation\" tests=\"10\" errors=\"0\""
                + " failures=\"1\" time=\"0\">");
    assertThat(testCases(ours.replace("&quot;", "\"")))
        .hasSize(10)
        .containsExactlyInAnyOrderElementsOf(testCases(theirs));
  }

  @Test
  void shouldSayThatAnAssertionWasNotMet() throws IOException {
    assertThat(AssertionsXml.of(Fixture.GATLING_3_15.run()))
        .contains(
            "<failure type=\"Checkout / Pay ✓: 95th percentile of response time is less than"
                + " 10.0\">Actual value: 95.0</failure>");
  }

  private static List<String> testCases(String xml) {
    return Pattern.compile("<testcase .*time=\"0\">")
        .matcher(xml)
        .results()
        .map(match -> match.group())
        .toList();
  }

  private static JsonNode json(String text) throws IOException {
    return MAPPER.readTree(text);
  }

  private static List<String> fields(JsonNode node) {
    List<String> fields = new ArrayList<>();
    node.properties()
        .forEach(
            field -> {
              fields.add(field.getKey());
              fields(field.getValue()).forEach(name -> fields.add(field.getKey() + "/" + name));
            });
    return fields;
  }

  private static JsonNode withoutPercentiles(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("percentiles1", "percentiles2", "percentiles3", "percentiles4"));
      object.properties().forEach(field -> withoutPercentiles(field.getValue()));
    }
    return node;
  }
}
