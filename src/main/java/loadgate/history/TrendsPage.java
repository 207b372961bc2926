package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;
import loadgate.report.AtomicFile;
import loadgate.report.SelfContainedPage;

/**
 * {@code index.html} beside the history: the newest 500 runs, newest first, with links to their
 * reports, the changes of level, and for every gate a chart of how it developed.
 */
public final class TrendsPage {

  public static final String FILE_NAME = "index.html";

  /** What is drawn is limited, what is stored is not. */
  static final int MOST_RUNS = 500;

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
    return new HistoryFile(results)
        .readNewest(
            MOST_RUNS, history -> AtomicFile.write(results.resolve(FILE_NAME), html(history)));
  }

  private String html(History history) {
    TrendsContent content = new TrendsContent(history, results);
    return new SelfContainedPage("loadgate runs", content.body(), content.charts(), SCRIPT).html();
  }
}
