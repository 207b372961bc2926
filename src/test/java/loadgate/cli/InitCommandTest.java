package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class InitCommandTest {

  private static final String NOBODY = "http://127.0.0.1:9";

  @TempDir Path folder;

  private final StringWriter said = new StringWriter();

  private int init(String... options) {
    List<String> words = new ArrayList<>(List.of("init", folder.resolve("new").toString()));
    words.addAll(List.of(options));
    CommandLine command = LoadgateCommand.commandLine();
    command.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    return command.execute(words.toArray(String[]::new));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve("new").resolve(file));
  }

  @Test
  void shouldWriteAProjectWithoutPlaceholders() throws IOException {
    assertThat(init("--base-url", NOBODY + "/", "--path", "/orders", "--login")).isZero();

    try (Stream<Path> files = Files.walk(folder.resolve("new"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("@[\\w-]+@");
      }
    }
    assertThat(text("src/test/resources/gatling.conf"))
        .contains("target.base-url = \"http://127.0.0.1:9\"\n");
    assertThat(text("src/test/resources/feeders/pages.csv")).isEqualTo("page\n/orders\n");
    assertThat(text("src/test/java/simulations/VisitorUser.java")).contains(".post(\"/login\")");
    assertThat(said.toString()).contains("9 files in ").contains("run it: cd ");
  }

  @Test
  void shouldAllowTheHostThatItIsGiven() throws IOException {
    assertThat(init("--base-url", "https://staging.example.com/api", "--path", "/orders")).isZero();

    assertThat(text("src/test/resources/gatling.conf"))
        .contains("target.allowed-hosts = [\"staging.example.com\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9", "localhost:9/api", "localhost"})
  void shouldTakeAnAddressWithoutASchemeForHttp(String address) throws IOException {
    assertThat(init("--base-url", address, "--path", "/orders")).isZero();

    assertThat(text("src/test/resources/gatling.conf"))
        .contains("target.base-url = \"http://" + address + "\"\n");
  }

  @Test
  void shouldSayThatNobodyAnswersYet() throws IOException {
    assertThat(init("--base-url", NOBODY)).isZero();

    assertThat(said.toString()).contains("http://127.0.0.1:9/, which does not answer with 200 now");
    assertThat(text("src/test/resources/feeders/pages.csv")).isEqualTo("page\n/\n");
  }

  @Test
  void shouldRefuseAFolderThatIsNotEmpty() throws IOException {
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(folder.resolve("new/notes.txt"), "mine");

    assertThat(init("--base-url", NOBODY, "--path", "/")).isEqualTo(1);
    assertThat(said.toString()).contains("new is not empty");
    assertThat(folder.resolve("new/pom.xml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://a host                  | /  | --base-url: allowed is http(s)://host[:port][/path]
          ftp://host                     | /  | --base-url: allowed is http(s)://host[:port][/path]
          http://user:secret@host        | /  | --base-url: allowed is http(s)://host[:port][/path]
          http://127.0.0.1:9             | no | --path: allowed is a path such as /api/orders
          """)
  void shouldRefuseWhatIsNoUrlAndNoPath(String url, String path, String line) {
    assertThat(init("--base-url", url, "--path", path)).isEqualTo(2);
    assertThat(said.toString()).contains(line).doesNotContain("secret");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void shouldRefuseALoginOfAPlainSimulation() {
    assertThat(init("--base-url", NOBODY, "--plain", "--login")).isEqualTo(2);
    assertThat(said.toString()).contains("--login is for user types; leave it or --plain out");
  }
}
