package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path results;

  @Test
  void shouldPruneAndRebuildThePage() throws IOException {
    Files.writeString(results.resolve("history.jsonl"), "damage\n");

    assertThat(prune(results, "1y")).isZero();
    assertThat(out.toString()).startsWith("0 runs before ").endsWith(" removed\n");
    assertThat(results.resolve("history.jsonl")).hasContent("damage\n");
    assertThat(results.resolve("index.html")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "y", "-1y", "0d", "1h"})
  void shouldRefuseWhatIsNoAge(String age) {
    assertThat(prune(results, age)).isEqualTo(2);
    assertThat(err.toString()).contains("allowed is an age such as 90d, 12w, 6m or 1y");
  }

  @Test
  void shouldRefuseAFolderThatIsNotThere() {
    assertThat(prune(results.resolve("typo"), "90d")).isEqualTo(1);
    assertThat(err).hasToString("loadgate: no folder of runs at " + results.resolve("typo") + "\n");
  }

  private int prune(Path folder, String age) {
    return LoadgateCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("history", "prune", "--keep", age, "--results", folder.toString());
  }
}
