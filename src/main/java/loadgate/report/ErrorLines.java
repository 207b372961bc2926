package loadgate.report;

import java.util.List;
import java.util.stream.Stream;
import loadgate.stats.ErrorCount;
import loadgate.stats.RunStatistics;

/** The most frequent errors of a run, a line each. */
public final class ErrorLines {

  private static final int SHOWN = 10;

  private ErrorLines() {}

  /** Such as {@code 21 x Checkout / Pay: status.find.is(200), found 500}. */
  public static String[] of(RunStatistics run) {
    List<ErrorCount> errors = run.errors();
    Stream<String> shown =
        errors.stream().limit(SHOWN).map(e -> OneLine.of(e.count() + " x " + e.text()));
    Stream<String> more =
        errors.size() > SHOWN
            ? Stream.of("and " + (errors.size() - SHOWN) + " more")
            : Stream.empty();
    return Stream.concat(shown, more).toArray(String[]::new);
  }
}
