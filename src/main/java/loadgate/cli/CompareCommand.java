package loadgate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import loadgate.history.ComparedRun;
import loadgate.history.Comparison;
import loadgate.history.ComparisonJson;
import loadgate.history.ComparisonMethod;
import loadgate.history.ComparisonTable;
import loadgate.history.RecordedRuns;
import loadgate.history.RunMismatches;
import loadgate.model.Unit;
import loadgate.report.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Compares runs with earlier ones. */
@Command(
    name = "compare",
    description = "Says by how much new runs differ from base runs, and how sure that is.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "A base run and a new run, or with --to any number of base runs.")
  private List<Path> runs = List.of();

  @Option(names = "--to", paramLabel = "RUN", arity = "1..*", description = "The new runs.")
  private List<Path> to = List.of();

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      defaultValue = "0s",
      converter = Time.class,
      description = "What to leave out of each run, from its first request on, such as 10s.")
  private Duration warmUp;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write to; without it to the console.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--force",
      description = "Compares runs of different simulations or load profiles all the same.")
  private boolean force;

  private enum Format {
    text,
    markdown,
    json
  }

  @Override
  public Integer call() throws IOException {
    if (to.isEmpty() && runs.size() != 2) {
      throw new ParameterException(
          spec.commandLine(),
          "RUN given %s times; allowed are two runs, or base runs --to new runs"
              .formatted(runs.size()));
    }
    List<Path> base = to.isEmpty() ? runs.subList(0, 1) : runs;
    List<Path> changed = to.isEmpty() ? runs.subList(1, 2) : to;
    List<ComparedRun> all =
        read(
            Stream.concat(base.stream(), changed.stream()).toList(),
            ComparisonMethod.of(base.size(), changed.size()) == ComparisonMethod.BLOCK_BOOTSTRAP);
    List<String> mismatches = RunMismatches.of(all);
    if (!mismatches.isEmpty() && !force) {
      throw new IOException(mismatches.get(0) + "; --force compares them all the same");
    }
    print(Comparison.of(all.subList(0, base.size()), all.subList(base.size(), all.size()), warmUp));
    return CommandLine.ExitCode.OK;
  }

  private List<ComparedRun> read(List<Path> given, boolean resampled) throws IOException {
    RecordedRuns recorded = new RecordedRuns();
    Set<Path> logs = new HashSet<>();
    List<ComparedRun> read = new ArrayList<>();
    for (Path run : given) {
      RunFolder folder = RunFolder.at(run);
      if (!logs.add(folder.log().file().toRealPath())) {
        throw new IOException(run + " is given twice");
      }
      read.add(
          ComparedRun.read(run, folder.log(), recorded.find(folder.folder()), warmUp, resampled));
    }
    return read;
  }

  private void print(Comparison comparison) throws IOException {
    ComparisonTable table = new ComparisonTable(comparison);
    String text =
        switch (format) {
          case text -> table.text();
          case markdown -> table.markdown();
          case json -> ComparisonJson.of(comparison);
        };
    if (output.isEmpty()) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      AtomicFile.write(output.get().toAbsolutePath(), text);
      spec.commandLine().getOut().println(table.outcome() + ": " + output.get());
    }
  }

  /** {@code 10s}, {@code 500ms} or {@code 1m}. */
  static final class Time implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
      return Unit.MILLISECONDS
          .value(value)
          .filter(millis -> millis >= 0)
          .map(millis -> Duration.ofMillis(Math.round(millis)))
          .orElseThrow(
              () -> new TypeConversionException("allowed is a duration such as 500ms, 10s or 1m"));
    }
  }
}
