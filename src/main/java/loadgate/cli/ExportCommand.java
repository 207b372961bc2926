package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import loadgate.history.RecordedRuns;
import loadgate.model.ExportFormat;
import loadgate.report.ReportFiles;
import loadgate.report.RunResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a run's report files again, also for a run that has none. */
@Command(
    name = "export",
    description = "Writes the record of a run: JSON, JUnit, Markdown and HTML.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of a run, or its simulation.log.")
  private Path run;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where to write to; without it beside the log.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      split = ",",
      description = "Files for other tools to write as well: gatling-3.13, locust or all.")
  private List<String> formats = List.of();

  @Option(
      names = "--history",
      description = "Adds the run to the history beside its folder, for a run that is not in it.")
  private boolean history;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Set<ExportFormat> asked = formats();
    RunFolder finished = RunFolder.at(run);
    Path folder = output.orElse(finished.folder());
    RunResult result = finished.read(err);
    List<ReportFiles.Failure> failures = new ReportFiles(result, asked).writeTo(folder);
    failures.forEach(failure -> err.println("loadgate: " + failure));
    spec.commandLine().getOut().println("record of the run: " + folder);
    if (history) {
      Path file = new RecordedRuns().add(finished.folder(), result);
      spec.commandLine().getOut().println("history: " + file);
    }
    return failures.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Set<ExportFormat> formats() {
    Set<ExportFormat> asked = EnumSet.noneOf(ExportFormat.class);
    for (String name : formats) {
      if (name.equals(ALL)) {
        asked.addAll(EnumSet.allOf(ExportFormat.class));
      } else {
        asked.add(ExportFormat.named(name).orElseThrow(() -> unknown(name)));
      }
    }
    return asked;
  }

  private ParameterException unknown(String format) {
    return new ParameterException(
        spec.commandLine(),
        "unknown format \"%s\"; allowed: %s, %s"
            .formatted(format, ExportFormat.allowedNames(), ALL));
  }
}
