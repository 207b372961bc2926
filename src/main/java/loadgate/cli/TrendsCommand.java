package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loadgate.history.DamagedLine;
import loadgate.history.History;
import loadgate.history.HistoryFile;
import loadgate.history.TrendsPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the page of all runs anew, as every run does at its end. */
@Command(
    name = "trends",
    description = "Rebuilds index.html, the page of all runs, from history.jsonl.",
    mixinStandardHelpOptions = true)
public final class TrendsCommand implements Callable<Integer> {

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      defaultValue = "results",
      description = "The folder of the runs' folders (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Spec private CommandSpec spec;

  /** Damaged lines are named but are no failure: the runs of all other lines are on the page. */
  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(results)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          results + " is not a folder; allowed is the folder of the runs' folders");
    }
    History history = new TrendsPage(results).rebuild();
    PrintWriter err = spec.commandLine().getErr();
    for (DamagedLine line : history.damaged()) {
      err.println(results.resolve(HistoryFile.FILE_NAME) + ": " + line);
    }
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: %d runs%n", results.resolve(TrendsPage.FILE_NAME), history.runs().size());
    out.flush();
    return CommandLine.ExitCode.OK;
  }
}
