package proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import loadgate.cli.LoadgateCommand;
import org.yaml.snakeyaml.Yaml;

/** Manifests of Kubernetes as text and as JSON. */
final class Manifests {

  private Manifests() {}

  /** What {@code loadgate deploy kubernetes} prints. */
  static String print(String... options) {
    StringWriter printed = new StringWriter();
    int exitCode =
        LoadgateCommand.commandLine()
            .setOut(new PrintWriter(printed))
            .execute(
                Stream.concat(Stream.of("deploy", "kubernetes"), Stream.of(options))
                    .toArray(String[]::new));
    assertThat(exitCode).isZero();
    return printed.toString();
  }

  /** All of them in one array. */
  static JsonNode parse(String yaml) {
    List<Object> manifests = new ArrayList<>();
    new Yaml().loadAll(yaml).forEach(manifests::add);
    return new ObjectMapper().valueToTree(manifests);
  }
}
