package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldComputeInjectorsFromARate() {
    assertThat(size("--users", "50000", "--profile", "heavy", "--requests-per-second", "25000"))
        .as(err.toString())
        .isZero();

    // 25,000 x 1.3 ms / (2 x 0.7) = 23.2
    assertThat(out.toString())
        .contains("keep 32.5 cores busy", ": 24\n")
        .endsWith("injectors: 24\n");
  }

  @Test
  void shouldTakeTheRateFromThinkTimes() {
    // One user type that waits 1 to 3 s, the default: 4,000 users send 2,000 requests/s.
    assertThat(size("--users", "4000", "--profile", "task-completion")).isZero();

    assertThat(out.toString()).contains("2000 requests/s at most");
  }

  @Test
  void shouldAskForTheRateOfAnOpenProfile() {
    assertThat(size("--users", "10", "--profile", "arrivals")).isEqualTo(2);

    assertThat(err.toString()).contains("arrivals", "--requests-per-second");
  }

  @Test
  void shouldRefuseAnUnknownProfile() {
    assertThat(size("--users", "10", "--profile", "hevy")).isEqualTo(1);

    assertThat(err.toString()).contains("unknown profile \"hevy\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--users, 0",
    "--requests-per-second, 0",
    "--cores, 0",
    "--utilization, 101",
    "--ports, 0",
    "--cpu-per-request, 1.3",
    "--cpu-per-request, -1ms"
  })
  void shouldRefuseWhatIsNotAllowed(String option, String value) {
    String[] users = option.equals("--users") ? new String[0] : new String[] {"--users", "10"};
    String[] options =
        Stream.concat(Arrays.stream(users), Stream.of("--profile", "heavy", option + "=" + value))
            .toArray(String[]::new);

    assertThat(size(options)).isEqualTo(2);
    assertThat(err.toString()).contains(option).contains("allowed is").hasLineCount(1);
  }

  private int size(String... options) {
    return LoadgateCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of("size"), Arrays.stream(options)).toArray(String[]::new));
  }
}
