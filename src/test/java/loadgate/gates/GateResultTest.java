package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateResultTest {

  @TempDir private Path folder;

  private RunStatistics run(int requests) throws IOException {
    Path log = folder.resolve(RunLog.FILE_NAME);
    try (RunLogWriter writer = RunLogWriter.create(log)) {
      writer.header(new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of(), List.of()));
      for (int i = 1; i <= requests; i++) {
        writer.request(GroupPath.NONE, "R" + i, 0, 5, true, "");
      }
    }
    return RunStatistics.of(log);
  }

  private static String remarkOnAMisspeltName(RunStatistics run) {
    GateLimits misspelt =
        new GateLimits(
            Optional.of("requests"),
            Optional.of("Q*"),
            Measure.of("p95"),
            Optional.of(Limit.exclusive(Direction.BELOW, 100)),
            Optional.empty(),
            1,
            "");
    GateResult result = GateResult.of(new Gate(misspelt, List.of("Requests", "Q*")), run);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    return result.remark().orElseThrow();
  }

  @Test
  void shouldNameTheRequestsThatOccurredWhenThisOneDidNot() throws IOException {
    assertThat(remarkOnAMisspeltName(run(2))).isEqualTo("requests that occurred: R1, R2");
    assertThat(remarkOnAMisspeltName(run(0))).isEqualTo("requests that occurred: none");
  }

  @Test
  void shouldNameTwentyOfManyThatOccurred() throws IOException {
    assertThat(remarkOnAMisspeltName(run(600)))
        .startsWith("requests that occurred: R1, R2, ")
        .endsWith(", R20 and 580 more");
  }
}
