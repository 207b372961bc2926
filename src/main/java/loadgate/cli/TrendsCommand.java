package loadgate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loadgate.history.DamagedLine;
import loadgate.history.HistoryFile;
import loadgate.history.TrendsPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the page of all runs again, and prints where figures changed their levels. */
@Command(
    name = "trends",
    description = "Rebuilds index.html, the page of all runs, and prints the changes of level.",
    mixinStandardHelpOptions = true)
final class TrendsCommand implements Callable<Integer> {

  @Mixin private ResultsFolder folder;

  @Spec private CommandSpec spec;

  /** Damaged lines are named but are no failure: all other runs are on the page. */
  @Override
  public Integer call() throws IOException {
    Path results = folder.path();
    TrendsPage.Shown shown = new TrendsPage(results).rebuild();
    for (DamagedLine line : shown.history().damaged()) {
      spec.commandLine()
          .getErr()
          .println("loadgate: " + results.resolve(HistoryFile.FILE_NAME) + ", " + line);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s with %s runs%n%s",
            results.resolve(TrendsPage.FILE_NAME),
            shown.history().runs().size(),
            shown.changes().text());
    return CommandLine.ExitCode.OK;
  }
}
