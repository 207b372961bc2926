package loadgate.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import loadgate.report.SelfContainedPage;

/**
 * {@code index.html} beside the history: all runs, newest first, with links to their reports, and
 * for every gate a chart of how it developed.
 */
public final class TrendsPage {

  public static final String FILE_NAME = "index.html";
  private static final String SCRIPT = "/loadgate/history/trends.js";

  private final Path results;

  /**
   * @param results the folder of the history and of the runs' folders
   */
  public TrendsPage(Path results) {
    this.results = results;
  }

  /** Writes the page anew from the history, which it returns. */
  public History rebuild() throws IOException {
    return new HistoryFile(results).read(history -> write(html(history)));
  }

  /** Replaces the page at once, so that nobody ever reads half of it. */
  private void write(String html) throws IOException {
    Files.createDirectories(results);
    Path draft = results.resolve(FILE_NAME + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(draft, html);
      Files.move(
          draft,
          results.resolve(FILE_NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private String html(History history) {
    TrendsContent content = new TrendsContent(history, results);
    return new SelfContainedPage("loadgate runs", content.body(), content.charts(), SCRIPT).html();
  }
}
