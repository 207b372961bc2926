package loadgate.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The units of limits and of what is measured: how a value is written for people, and how a limit
 * is written in the settings. A new one is one more constant.
 */
public enum Unit {
  MILLISECONDS(
      " ms",
      "ms",
      spelt(1, "ms", "milli", "millis", "millisecond", "milliseconds"),
      spelt(1e3, "s", "second", "seconds"),
      spelt(60e3, "m", "minute", "minutes"),
      spelt(3600e3, "h", "hour", "hours"),
      spelt(24 * 3600e3, "d", "day", "days")) {
    @Override
    Limits limits(Direction direction, boolean whole) {
      return new Limits(
          "a duration above 0 with its unit such as 200ms, 30s or 5m", millis -> millis >= 1);
    }
  },

  /** Of a whole, unless a limit has to be whole: then also more than 100. */
  PERCENT(" %", "%", spelt(1, "%")) {
    @Override
    Limits limits(Direction direction, boolean whole) {
      return whole
          ? new Limits(
              "a whole percentage such as 150%", percent -> percent >= 0 && isWhole(percent))
          : new Limits(
              "a percentage from 0% to 100% such as 1%", percent -> percent >= 0 && percent <= 100);
    }
  },

  PER_SECOND("/s", "per second", spelt(1, "/s", "")) {
    @Override
    Limits limits(Direction direction, boolean whole) {
      return whole
          ? new Limits(
              "a whole number above 0 per second such as 5/s", rate -> rate > 0 && isWhole(rate))
          : new Limits("a number above 0 per second such as 5/s", rate -> rate > 0);
    }
  },

  /** Of 1,000,000 bytes. */
  MEGABYTES(
      " MB",
      "MB",
      spelt(1, "MB"),
      spelt(1e-6, "B"),
      spelt(1e-3, "kB"),
      spelt(1e3, "GB"),
      spelt(1e6, "TB"),
      spelt(1024 / 1e6, "KiB"),
      spelt(1024 * 1024 / 1e6, "MiB"),
      spelt(1024 * 1024 * 1024 / 1e6, "GiB")) {
    @Override
    Limits limits(Direction direction, boolean whole) {
      return new Limits("a size of at least 1MB such as 512MB or 1GB", megabytes -> megabytes >= 1);
    }
  },

  COUNT("", "count", spelt(1, "")) {
    @Override
    Limits limits(Direction direction, boolean whole) {
      // No count is below 0.
      int least = direction == Direction.BELOW ? 1 : 0;
      return new Limits(
          "a whole number from " + least + " on", count -> count >= least && isWhole(count));
    }
  };

  private static final Pattern WRITTEN =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(\\D*)");

  private final String suffix;
  private final String axisTitle;
  private final List<Spelling> spellings;

  Unit(String suffix, String axisTitle, Spelling... spellings) {
    this.suffix = suffix;
    this.axisTitle = axisTitle;
    this.spellings = List.of(spellings);
  }

  /** The value for people, with at most two decimals. */
  public String text(double value) {
    return Decimal.text(Math.round(value * 100) / 100.0) + suffix;
  }

  /** What stands after a value, without the space between them: {@code ms}; empty for a count. */
  public String symbol() {
    return suffix.strip();
  }

  /** The title of a chart's axis. */
  public String axisTitle() {
    return axisTitle;
  }

  /** A number with one of the unit's names, in the unit; empty when it is none. */
  public Optional<Double> value(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    return parts.matches()
        ? spelling(parts.group(2))
            .map(spelling -> spelling.factor().multiply(new BigDecimal(parts.group(1))))
            .map(BigDecimal::doubleValue)
            .filter(Double::isFinite)
        : Optional.empty();
  }

  /**
   * Reads a limit as the settings write it.
   *
   * @param direction of the measure that it limits
   * @param whole whether that measure has whole values only; then the limit is cut off to a whole
   *     one, or refused where the unit says so
   * @throws IllegalArgumentException that says what is allowed
   */
  public double limit(String written, Direction direction, boolean whole) {
    Limits limits = limits(direction, whole);
    return value(written)
        .filter(limits.allowed()::test)
        .map(value -> whole ? Math.floor(value) : value)
        .orElseThrow(() -> new IllegalArgumentException(limits.text()));
  }

  /** The unit that a limit is written with; empty when it is in none of them. */
  public static Optional<Unit> of(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    // A rate per second may be written without its unit, but then it is not known by it.
    return parts.group(2).isEmpty()
        ? Optional.of(COUNT)
        : Arrays.stream(values())
            .filter(unit -> unit.spelling(parts.group(2)).isPresent())
            .findFirst();
  }

  /** How values are written in each of the units, for messages. */
  public static String allowedUnits() {
    return Arrays.stream(values())
        .filter(unit -> unit != COUNT)
        .map(unit -> unit.spellings.get(0).names().get(0))
        .collect(Collectors.joining(", ", "a number with one of ", ", or without"));
  }

  /** Which limits make sense; any from 0 on unless the unit says otherwise. */
  Limits limits(Direction direction, boolean whole) {
    return new Limits(
        "a%s number from 0 on such as 5%s".formatted(whole ? " whole" : "", suffix),
        value -> value >= 0 && (!whole || isWhole(value)));
  }

  private Optional<Spelling> spelling(String name) {
    return spellings.stream().filter(spelling -> spelling.names().contains(name)).findFirst();
  }

  private static Spelling spelt(double factor, String... names) {
    return new Spelling(BigDecimal.valueOf(factor), List.of(names));
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  /**
   * How a multiple of the unit is written.
   *
   * @param factor that makes the unit of it; decimal, so that 1.001s is 1001ms
   */
  private record Spelling(BigDecimal factor, List<String> names) {}

  /**
   * @param text what is allowed, for messages
   * @param allowed which values are
   */
  record Limits(String text, DoublePredicate allowed) {}
}
