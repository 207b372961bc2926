package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import loadgate.report.ReportFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a run's report files again, also for a run that has none. */
@Command(
    name = "export",
    description = "Writes the record of a run: JSON, CSV, JUnit, Markdown and HTML.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of a run, or its simulation.log.")
  private Path run;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where to write to; without it beside the log.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    RunFolder finished = RunFolder.at(run);
    Path folder = output.orElse(finished.folder());
    List<ReportFiles.Failure> failures = new ReportFiles(finished.read(err)).writeTo(folder);
    failures.forEach(failure -> err.println("loadgate: " + failure));
    spec.commandLine().getOut().println("record of the run: " + folder);
    return failures.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
