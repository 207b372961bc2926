package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrendsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path results;

  @Test
  void shouldRebuildThePage() {
    assertThat(trends(results)).isZero();
    assertThat(results.resolve("index.html")).isNotEmptyFile();
    assertThat(out).hasToString(results.resolve("index.html") + ": 0 runs\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldNameDamagedLinesByNumber() throws IOException {
    Files.writeString(results.resolve("history.jsonl"), "\n{\"version\":0}\n");
    assertThat(trends(results)).isZero();
    assertThat(err)
        .hasToString(
            results.resolve("history.jsonl") + ": line 2: version is 0, not 1 or higher\n");
    assertThat(results.resolve("history.jsonl")).hasContent("\n{\"version\":0}\n");
  }

  @Test
  void shouldRefuseAFolderThatIsNotThere() {
    assertThat(trends(results.resolve("typo"))).isEqualTo(2);
    assertThat(err.toString()).startsWith(results.resolve("typo") + " is not a folder");
    assertThat(results.resolve("typo")).doesNotExist();
  }

  private int trends(Path folder) {
    return new CommandLine(new TrendsCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("--results", folder.toString());
  }
}
