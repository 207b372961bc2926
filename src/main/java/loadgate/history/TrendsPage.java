package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import loadgate.report.AtomicFile;
import loadgate.report.SelfContainedPage;

/**
 * {@code index.html} beside the history: the newest 500 runs, newest first, with links to their
 * reports, any two of them compared, the changes of level, and for every gate a chart of how it
 * developed.
 */
public final class TrendsPage {

  public static final String FILE_NAME = "index.html";

  /** What is drawn is limited, what is stored is not. */
  static final int MOST_RUNS = 500;

  private static final List<String> SCRIPTS =
      List.of("/loadgate/history/trends.js", "/loadgate/history/comparison.js");

  private final Path results;

  /**
   * @param results the folder of the history and of the runs' folders
   */
  public TrendsPage(Path results) {
    this.results = results;
  }

  /** What the page shows, for those who have no browser at hand. */
  public record Shown(History history, LevelChangeTable changes) {}

  /** Writes the page anew from the history. */
  public Shown rebuild() throws IOException {
    return new HistoryFile(results).readNewest(MOST_RUNS, this::write);
  }

  private Shown write(History history) throws IOException {
    TrendsContent content = new TrendsContent(history, results);
    AtomicFile.write(
        results.resolve(FILE_NAME),
        new SelfContainedPage("loadgate runs", content.body(), content.data(), SCRIPTS).html());
    return new Shown(history, content.changes());
  }
}
