package loadgate.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands on finished runs. Exit codes: 0 done, 1 it could not be done (one line says why), 2
 * the command line was wrong.
 */
@Command(
    name = "loadgate",
    description = "Commands on finished runs.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ExportCommand.class,
      ShowCommand.class,
      CompareCommand.class,
      TrendsCommand.class,
      HistoryCommand.class,
      BaselineCommand.class
    })
public final class LoadgateCommand {

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new LoadgateCommand())
        .setParameterExceptionHandler(
            (mistake, arguments) -> {
              CommandLine command = mistake.getCommandLine();
              command.getErr().println("loadgate: " + mistake.getMessage());
              CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
              return CommandLine.ExitCode.USAGE;
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
