package loadgate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import loadgate.history.HistoryFile;
import loadgate.history.TrendsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What is done with the history itself. */
@Command(
    name = "history",
    description = "Commands on history.jsonl.",
    mixinStandardHelpOptions = true)
final class HistoryCommand {

  @Spec private CommandSpec spec;

  @Command(
      name = "prune",
      description = "Removes old runs from history.jsonl; their folders stay.",
      mixinStandardHelpOptions = true)
  void prune(
      @Option(
              names = "--keep",
              required = true,
              paramLabel = "AGE",
              converter = Age.class,
              description = "The age of the runs that stay, such as 90d, 12w, 6m or 1y.")
          Period keep,
      @Mixin ResultsFolder folder)
      throws IOException {
    Path results = folder.path();
    Instant oldest = ZonedDateTime.now(ZoneOffset.UTC).minus(keep).toInstant();
    int removed = new HistoryFile(results).prune(oldest);
    new TrendsPage(results).rebuild();
    spec.commandLine().getOut().printf("%s runs before %s removed%n", removed, oldest);
  }

  /** {@code 90d}, {@code 12w}, {@code 6m} or {@code 1y}. */
  static final class Age implements ITypeConverter<Period> {

    @Override
    public Period convert(String value) {
      try {
        Period age = Period.parse("P" + value.toUpperCase(Locale.ROOT));
        if (!age.isNegative() && !age.isZero()) {
          return age;
        }
      } catch (DateTimeParseException e) {
        // Falls through to the one message that says what is allowed.
      }
      throw new TypeConversionException("allowed is an age such as 90d, 12w, 6m or 1y");
    }
  }
}
