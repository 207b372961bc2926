package loadgate.cli;

import java.io.IOException;
import java.nio.file.Path;
import loadgate.history.Baselines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with runs that later ones are compared with. */
@Command(
    name = "baseline",
    description = "Makes a run the one that later runs are compared with.",
    mixinStandardHelpOptions = true)
final class BaselineCommand {

  @Spec private CommandSpec spec;

  /** What was saved for the same simulation, profile and target before is replaced. */
  @Command(
      name = "save",
      description = "Saves a run of the history as the baseline of its simulation and profile.",
      mixinStandardHelpOptions = true)
  void save(
      @Parameters(paramLabel = "RUN", description = "Folder of a run, beside the history.")
          Path run,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FOLDER",
              defaultValue = "src/test/resources/baselines",
              description = "Where baselines are kept (default: ${DEFAULT-VALUE}).")
          Path output)
      throws IOException {
    Path file = Baselines.save(run, output.toAbsolutePath());
    spec.commandLine().getOut().println("baseline: " + file);
  }
}
