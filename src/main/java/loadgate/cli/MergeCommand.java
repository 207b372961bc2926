package loadgate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import loadgate.report.VerdictTable;
import loadgate.run.RunMerge;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one run of what its injectors left. */
@Command(
    name = "merge",
    description = "Merges the runs of several injectors into one, and judges it.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = CommandLine.ExitCode.SOFTWARE)
final class MergeCommand implements Callable<Integer> {

  private static final int RED = 2;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Folders of the runs of all injectors, in any order.")
  private List<Path> runs = List.of();

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description =
          "The new folder of the merged run; without it one named after simulation and start.")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      defaultValue = "${sys:gatling.resultsFolder:-results}",
      description = "Where that one is (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    RunMerge merge = new RunMerge(runs);
    Path folder = to.isPresent() ? to.get() : merge.folderIn(results);
    RunVerdict verdict = merge.into(folder).verdict().orElseThrow();
    out.println(new VerdictTable(verdict).text());
    merge
        .warnings()
        .forEach(warning -> spec.commandLine().getErr().println("loadgate: " + warning));
    out.println("record of the run: " + folder);
    out.printf(
        "Gatling's report: mvn gatling:test -Dgatling.resultsFolder=%s -Dgatling.reportsOnly=%s%n",
        folder.toAbsolutePath().getParent(), folder.getFileName());
    return verdict.verdict().compareTo(Verdict.WARN) > 0 ? RED : CommandLine.ExitCode.OK;
  }
}
