package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.shared.model.assertion.AssertionValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** Assertions in a log are judged as by Gatling's own reader and validator. */
class GatlingAgreementTest {

  private static final Path FIXTURE =
      Path.of("src/test/resources/runlogs/gatling-3.15.1/simulation.log");
  @TempDir private Path results;

  @Test
  void shouldJudgeTheAssertionsOfALogAsGatlingDoes() throws IOException {
    Path log = Files.createDirectories(results.resolve("run")).resolve(RunLog.FILE_NAME);
    Files.copy(FIXTURE, log);
    LogFileData gatling = gatling(log);
    List<AssertionOutcome> theirs =
        CollectionConverters.asJava(
                new AssertionValidator(gatling).validateAssertions(gatling.assertions()))
            .stream()
            .map(
                result ->
                    new AssertionOutcome(
                        io.gatling.shared.model.assertion.AssertionMessage.message(
                            result.assertion()),
                        result.success(),
                        OptionalDouble.empty()))
            .toList();

    List<AssertionOutcome> ours =
        AssertionOutcome.of(RunStatistics.of(log)).stream()
            .map(
                outcome ->
                    new AssertionOutcome(
                        outcome.message(), outcome.holds(), OptionalDouble.empty()))
            .toList();

    assertThat(ours).hasSize(10).containsExactlyInAnyOrderElementsOf(theirs);
  }

  private static LogFileData gatling(Path log) {
    Path run = log.getParent();
    return LogFileReader.apply(
            run.getFileName().toString(), run.getParent(), GatlingConfiguration.load())
        .read();
  }
}
