package loadgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loadgate.gates.Gates;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatsTest {

  @TempDir private Path folder;

  @Test
  void shouldGiveAllFiguresAsJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(StatsJson.of(Fixture.GATLING_3_13.run()));

    assertThat(json.at("/schema").asInt()).isEqualTo(1);
    assertThat(json.at("/durationSeconds").asInt()).isEqualTo(13);
    assertThat(json.at("/truncatedAtByte").isNull()).isTrue();
    assertThat(json.at("/global/all/count").asInt()).isEqualTo(1032);
    assertThat(json.at("/global/ko/count").asInt()).isEqualTo(33);
    assertThat(json.at("/global/all/percentiles").properties())
        .extracting(field -> field.getKey())
        .containsExactly("50", "75", "90", "95", "99", "99.9");
    assertThat(json.at("/global/ranges/0/count").asInt()).isEqualTo(999);
    assertThat(json.at("/errors/0/request").asText()).isEqualTo("Browse / Home");
    assertThat(json.at("/errors/0/count").asInt()).isEqualTo(13);
    assertThat(json.at("/timeline/stepSeconds").asDouble()).isEqualTo(1);
    assertThat(json.at("/paths"))
        .extracting(path -> path.at("/path").toString() + path.at("/kind").asText())
        .contains("[\"Browse\"]group", "[\"Browse\",\"Home\"]request", "[\"Cache hit\"]metric");
  }

  @Test
  void shouldGiveLocustsColumnsWithARowOfAllRequests() throws IOException {
    String csv = LocustStats.of(Fixture.GATLING_3_13.run());

    assertThat(csv.lines())
        .hasSize(6)
        .startsWith(
            "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min"
                + " Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,"
                + "50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%")
        .endsWith(
            ",Aggregated,1032,33,55,57.88565891472868,2,164,,79.38461538461539,"
                + "2.5384615384615383,55,60,64,68,79,91,102,110,128,164,164");
  }

  @Test
  void shouldGiveLocustsHistory() throws IOException {
    String csv = LocustHistory.of(Fixture.GATLING_3_13.run());

    assertThat(csv.lines().skip(1).findFirst().orElseThrow())
        .isEqualTo("1795189245,5,,Aggregated,39.0,2.0,51,,,,,110,,,,,112,39,2,,,,112,");
    assertThat(csv.lines()).allMatch(line -> line.split(",", -1).length == 24);
  }

  @Test
  void shouldGiveAGateOfEachOutcomeToJUnit() throws IOException {
    assertThat(JUnitXml.of(HostileRun.in(folder)))
        .contains("tests=\"6\" failures=\"1\" errors=\"2\" skipped=\"0\"")
        .contains("<failure message=\"limit &lt; 100 ms, actual 100 ms (0 to 100 ms or more)\">")
        .contains(
            "<system-out>warn: limit &lt; 90 ms, actual 100 ms (0 to 100 ms or"
                + " more)</system-out>")
        .contains("<system-out>limit &lt; 101 ms, actual 100 ms</system-out>")
        .contains("<error message=\"limit &lt; 100 ms, actual not measured\">")
        .contains("<error message=\"invalid: limit &lt; 20 %, actual 55 %\">")
        .contains("<system-err>1 x =cmd|' /C calc'!A0 &lt;/script");
  }

  @Test
  void shouldJudgeTheSameByTheGatesItWrote() throws IOException {
    RunResult run = HostileRun.in(folder);
    Files.writeString(folder.resolve("gates.json"), GatesJson.of(run));

    Gates gates = GatesJson.read(folder).orElseThrow();

    assertThat(RunVerdict.of(gates, run.statistics())).isEqualTo(run.verdict().orElseThrow());
  }

  @Test
  void shouldTellOfALoadGeneratorThatWasTooBusyAsJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(GatesJson.of(HostileRun.in(folder)));

    assertThat(json.at("/verdict").asText()).isEqualTo("invalid");
    assertThat(json.at("/gates/4/title").asText()).isEqualTo("injector saturated max");
    assertThat(json.at("/gates/4/actual").asDouble()).isEqualTo(55);
    assertThat(json.at("/gates/4/verdict").asText()).isEqualTo("invalid");
    assertThat(json.at("/gates/0/verdict").asText()).isEqualTo("fail");
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveAColourForEveryVerdict(Verdict verdict) throws IOException {
    assertThat(RunPage.of(Fixture.GATLING_3_15.run()))
        .contains(".%1$s {\n  color: var(--%1$s);".formatted(verdict.text()))
        .contains("  --%s: #".formatted(verdict.text()));
  }

  @Test
  void shouldRefuseDamagedGates() throws IOException {
    Files.writeString(folder.resolve("gates.json"), "{\"schema\": 1, \"gates\"");

    assertThatThrownBy(() -> GatesJson.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gates.json: ");
  }

  @Test
  void shouldRefuseGatesOfAnotherSchema() throws IOException {
    Files.writeString(folder.resolve("gates.json"), "{\"schema\": 3}");

    assertThatThrownBy(() -> GatesJson.read(folder)).hasMessageEndingWith("schema 3, not 2");
  }

  @Test
  void shouldFitACommentOnAPullRequest() throws IOException {
    String markdown = SummaryMarkdown.of(Fixture.GATLING_3_15.run());

    assertThat(markdown)
        .startsWith("## simulations.ProtoSimulation: FAIL\n")
        .contains("1032 requests in 12 s, 33 failed, p95 92 ms.")
        .contains("| Checkout / Pay ✓ p95 | &lt; 10 ms | 95 ms | 87 to 132 ms |  | 120 | fail |")
        .contains("| Browse / Home: status.find.is\\(200\\), found 500 | 11 |")
        .contains("[loadgate.html](loadgate.html)")
        .hasSizeLessThan(4000);
  }

  @Test
  void shouldShowGatesAndLimitsOnThePage() throws IOException {
    String html = RunPage.of(Fixture.GATLING_3_15.run());

    assertThat(html)
        .contains("<h1>simulations.ProtoSimulation: <span class=\"fail\">fail</span></h1>")
        .contains("Cache hit success-rate")
        .contains("\"label\":\"success-rate limit\"", "\"label\":\"p95 limit\"");
  }
}
