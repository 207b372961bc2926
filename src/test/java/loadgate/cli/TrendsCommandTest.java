package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path results;

  @Test
  void shouldRebuildThePage() {
    assertThat(trends(results)).isZero();
    assertThat(results.resolve("index.html")).isNotEmptyFile();
    assertThat(out)
        .hasToString(
            results.resolve("index.html")
                + " with 0 runs\n"
                + "no figure has changed its level, which takes at least 3 runs of a gate before"
                + " and after\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldNameDamagedLinesByNumber() throws IOException {
    Files.writeString(results.resolve("history.jsonl"), "\n{\"version\":0}\n");
    assertThat(trends(results)).isZero();
    assertThat(err)
        .hasToString(
            "loadgate: "
                + results.resolve("history.jsonl")
                + ", line 2: version is 0, not 1 or higher\n");
    assertThat(results.resolve("history.jsonl")).hasContent("\n{\"version\":0}\n");
  }

  @Test
  void shouldRefuseAFolderThatIsNotThere() {
    assertThat(trends(results.resolve("typo"))).isEqualTo(1);
    assertThat(err).hasToString("loadgate: no folder of runs at " + results.resolve("typo") + "\n");
    assertThat(results.resolve("typo")).doesNotExist();
  }

  private int trends(Path folder) {
    return LoadgateCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("trends", "--results", folder.toString());
  }
}
