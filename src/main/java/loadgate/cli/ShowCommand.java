package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loadgate.report.ErrorLines;
import loadgate.report.RunResult;
import loadgate.report.VerdictTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the verdict table of a run. */
@Command(
    name = "show",
    description = "Prints the gates of a run with what they came to.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of a run, or its simulation.log.")
  private Path run;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    RunResult result = RunFolder.at(run).read(spec.commandLine().getErr());
    String[] errors = ErrorLines.of(result.statistics());
    result.verdict().ifPresent(verdict -> out.println(new VerdictTable(verdict, errors).text()));
    return CommandLine.ExitCode.OK;
  }
}
