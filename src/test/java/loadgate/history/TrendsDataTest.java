package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import loadgate.gates.Verdict;
import org.junit.jupiter.api.Test;

class TrendsDataTest {

  private static final SampleRun RUN = SampleRun.health();

  /** Later than the run. */
  private static final SampleRun LATER = RUN.startedAt(RUN.time().plusSeconds(60));

  @Test
  void shouldNameEachKindOfRunOnce() {
    SampleRun heavy = new SampleRun(RUN.simulation(), "heavy", RUN.time(), Verdict.PASS);
    JsonNode data = data(LATER.with("c"), heavy.with("b"), RUN.with("a"));
    assertThat(data.findValuesAsText("profile")).containsExactly("light", "heavy");
    assertThat(data.findValuesAsText("kind")).containsExactly("0", "1", "0");
  }

  @Test
  void shouldOrderTheRunsOfAGroupByTime() {
    assertThat(data(LATER.with("b"), RUN.with("a")).at("/groups/0/runs")).hasToString("[1,0]");
  }

  @Test
  void shouldGiveTheValuesOfAGateWithLimitsAndVerdicts() {
    JsonNode gate =
        data(LATER.with("b", SampleRun.p95(120)), RUN.with("a", SampleRun.p95(97)))
            .at("/groups/0/gates/0");
    assertThat(gate.get("path")).hasToString("[\"Health\"]");
    assertThat(gate.get("measure").textValue()).isEqualTo("p95");
    assertThat(gate.get("upper").booleanValue()).isTrue();
    assertThat(gate.get("values")).hasToString("[97.0,120.0]");
    assertThat(gate.get("fail")).hasToString("[100.0,100.0]");
    assertThat(gate.has("warn")).isFalse();
    assertThat(gate.get("verdicts")).hasToString("[\"pass\",\"fail\"]");
  }

  @Test
  void shouldLeaveAGapWhereARunHadNoGate() {
    JsonNode gate = data(LATER.with("b", SampleRun.p95(97)), RUN.with("a")).at("/groups/0/gates/0");
    assertThat(gate.get("values")).hasToString("[null,97.0]");
    assertThat(gate.get("verdicts")).hasToString("[null,\"pass\"]");
  }

  @Test
  void shouldGiveTheFiguresOfAllRequestsAndOfUserTypes() {
    JsonNode requests = data(RUN.with("a")).at("/groups/0/requests");
    // Of the sample, with 38, 97 and 140 ms: the typical time is their geometric mean, 80.21.
    assertThat(StreamSupport.stream(requests.spliterator(), false))
        .extracting(figure -> figure.get("title").textValue() + figure.get("values"))
        .containsExactly(
            "all requests p50[38.0]",
            "all requests p95[97.0]",
            "all requests p99[140.0]",
            "all requests typical-time[80.21]",
            "all requests failure-rate[0.25]",
            "all requests throughput[20.0]",
            "Health p50[38.0]",
            "Health p95[97.0]",
            "Health p99[140.0]",
            "Health typical-time[80.21]",
            "Health failure-rate[0.25]",
            "Health throughput[20.0]");
  }

  @Test
  void shouldNameFoldersOfTheProjectFromThere() {
    assertThat(data().get("results").textValue()).isEqualTo("results");
  }

  private static JsonNode data(HistoryEntry... newestFirst) {
    List<HistoryEntry> runs = List.of(newestFirst);
    List<ComparableRuns> groups = ComparableRuns.of(runs);
    return new TrendsData(
            Path.of("results"), runs, groups, groups.stream().map(ComparableRuns::trends).toList())
        .json();
  }
}
