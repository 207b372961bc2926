package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {

  private static final String RUN =
      """
      {"version":1,"time":"2026-11-20T08:15:30.250Z","simulation":"simulations.HealthSimulation",\
      "profile":"light","target":"http://localhost:8000","settings":"7d86","machine":{"cores":2,\
      "memoryBytes":25276514304,"os":"Linux 6.1.0 amd64","java":"17.0.15"},"verdict":"%s",\
      "gates":[],"requests":{"count":1200,"failedPercent":0.25,"perSecond":20.0,"meanMillis":41.5,\
      "p50Millis":38,"p95Millis":97,"p99Millis":140,"maxMillis":312},"userTypes":{},\
      "folder":"%s"}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path results;

  @BeforeEach
  void rememberTwoRuns() throws IOException {
    Files.writeString(
        results.resolve("history.jsonl"),
        RUN.formatted("fail", "run-1") + RUN.formatted("invalid", "run-2"));
  }

  @Test
  void shouldSaveARunOfTheHistory() {
    assertThat(save("run-1")).isZero();

    Path file = results.resolve("baselines/HealthSimulation-light-localhost-8000.json");
    assertThat(out).hasToString("baseline: " + file + "\n");
    assertThat(file).content().contains("\"p95Millis\" : 97");
  }

  @Test
  void shouldRefuseARunThatTheHistoryDoesNotHave() {
    assertThat(save("run-3")).isEqualTo(1);
    assertThat(err)
        .hasToString(
            "loadgate: %s: history.jsonl beside it has no such run\n"
                .formatted(results.resolve("run-3")));
  }

  @Test
  void shouldRefuseFiguresThatCannotBeBelieved() {
    assertThat(save("run-2")).isEqualTo(1);
    assertThat(err)
        .hasToString("loadgate: run-2 is invalid, so its figures are none to compare with\n");
  }

  private int save(String run) {
    return LoadgateCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            "baseline",
            "save",
            results.resolve(run).toString(),
            "--output",
            results.resolve("baselines").toString());
  }
}
