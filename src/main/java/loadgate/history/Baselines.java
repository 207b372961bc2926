package loadgate.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import loadgate.gates.Verdict;
import loadgate.model.SettingsException;
import loadgate.report.AtomicFile;

/**
 * Runs that later ones are compared with, each in a file of its own that is kept with the sources:
 * one per simulation, profile and target.
 */
public final class Baselines {

  private Baselines() {}

  /**
   * Makes a run the baseline.
   *
   * @param run its folder, beside the history
   * @param folder to write to
   * @return the file
   * @throws IOException if the history has no such run, its figures cannot be believed, or the file
   *     cannot be written
   */
  public static Path save(Path run, Path folder) throws IOException {
    HistoryEntry entry =
        new RecordedRuns()
            .find(run)
            .orElseThrow(
                () ->
                    new IOException(
                        "%s: %s beside it has no such run".formatted(run, HistoryFile.FILE_NAME)));
    if (entry.verdict().compareTo(Verdict.INVALID) >= 0) {
      throw new IOException(
          "%s is %s, so its figures are none to compare with"
              .formatted(run.getFileName(), entry.verdict().text()));
    }
    Path file = folder.resolve(name(Comparability.of(entry)));
    ObjectMapper json = new ObjectMapper();
    AtomicFile.write(
        file,
        json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(json.readTree(HistoryLine.of(entry)))
            + "\n");
    return file;
  }

  /**
   * The baseline of runs of that simulation and profile on that target, whatever else is different.
   *
   * @throws SettingsException if it is damaged
   */
  static Optional<HistoryEntry> find(Comparability run) {
    String resource = "baselines/" + name(run);
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream(resource)) {
      return file == null ? Optional.empty() : Optional.of(HistoryLine.read(file.readAllBytes()));
    } catch (DamagedLineException e) {
      throw new SettingsException(resource, e.getMessage());
    } catch (IOException e) {
      throw new SettingsException(resource, "cannot be read: " + e.getMessage());
    }
  }

  private static String name(Comparability run) {
    String simulation = run.simulation().substring(run.simulation().lastIndexOf('.') + 1);
    String target = run.target().replaceFirst("^https?://", "");
    return String.join("-", simulation, run.profile(), target).replaceAll("[^\\w.-]+", "-")
        + ".json";
  }
}
