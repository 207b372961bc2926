package loadgate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The commands: those before a run, and those on finished runs. Exit codes: 0 done, 1 it could not
 * be done (one line says why), 2 the command line was wrong; of {@code merge}, 2 says that the
 * verdict is red.
 */
@Command(
    name = "loadgate",
    description = "Starts a project or a run of several injectors, and tells of finished runs.",
    mixinStandardHelpOptions = true,
    subcommands = {
      InitCommand.class,
      SizeCommand.class,
      DeployCommand.class,
      MergeCommand.class,
      ExportCommand.class,
      ShowCommand.class,
      CompareCommand.class,
      TrendsCommand.class,
      HistoryCommand.class,
      BaselineCommand.class,
      HelpCommand.class
    })
public final class LoadgateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** What to do without a command: to say which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** All of them, for a caller that wants their exit code or their words. */
  public static CommandLine commandLine() {
    return new CommandLine(new LoadgateCommand())
        .setParameterExceptionHandler(
            (mistake, arguments) -> {
              CommandLine command = mistake.getCommandLine();
              command.getErr().println("loadgate: " + mistake.getMessage());
              CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
              return command.getCommandSpec().exitCodeOnInvalidInput();
            })
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              if (!(exception instanceof IOException)) {
                throw exception;
              }
              command.getErr().println("loadgate: " + exception.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
