package loadgate.history;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import loadgate.report.Html;

/**
 * Links to the reports of runs, as HTML.
 *
 * @param results the folder of the page, in which the folders of the runs are looked for
 */
record ReportLinks(Path results) {

  private static final String REPORT = "loadgate.html";
  private static final String GATLING_REPORT = "index.html";

  /** Gatling writes its report after this page, so for that one the folder has to be enough. */
  String html(HistoryEntry run) {
    Path folder = results.resolve(run.folder());
    if (!Files.isDirectory(folder)) {
      return "<span class=\"faint\">deleted</span>";
    }
    String gatling = link(run, GATLING_REPORT, "Gatling");
    return Files.exists(folder.resolve(REPORT))
        ? link(run, REPORT, "loadgate") + ", " + gatling
        : gatling;
  }

  private static String link(HistoryEntry run, String file, String text) {
    return "<a href=\"%s\">%s</a>".formatted(Html.escape(address(run.folder(), file)), text);
  }

  /** Relative to the page. The dot keeps a colon in the name from being taken for a scheme. */
  private static String address(String folder, String file) {
    try {
      return new URI(null, null, "./" + folder + "/" + file, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no folder of a run: " + folder, e);
    }
  }
}
