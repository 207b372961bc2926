package loadgate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import loadgate.history.HistoryFile;
import picocli.CommandLine.Option;

/** The folder of the runs' folders. */
final class ResultsFolder {

  /** Of this project, and where Gatling's plugins for Maven and for Gradle write to. */
  private static final List<Path> USUAL =
      List.of(Path.of("results"), Path.of("target", "gatling"), Path.of("build/reports/gatling"));

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      defaultValue = "${sys:gatling.resultsFolder}",
      description =
          "The folder of the runs' folders; without it the first of results, target/gatling and"
              + " build/reports/gatling that has a history.")
  private Optional<Path> named = Optional.empty();

  /**
   * The folder.
   *
   * @throws IOException if it is not there, or none was named and none of the usual ones has a
   *     history
   */
  Path path() throws IOException {
    if (named.isPresent()) {
      if (!Files.isDirectory(named.get())) {
        throw new IOException("no folder of runs at " + named.get());
      }
      return named.get();
    }
    return USUAL.stream()
        .filter(folder -> Files.exists(folder.resolve(HistoryFile.FILE_NAME)))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "no %s in %s; --results names the folder of the runs"
                        .formatted(
                            HistoryFile.FILE_NAME,
                            USUAL.stream().map(Path::toString).collect(Collectors.joining(", ")))));
  }
}
