package loadgate.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
      "a duration",
      "a duration in whole milliseconds",
      "200ms, 30s or 5m",
      spelt(1, "ms", "milli", "millis", "millisecond", "milliseconds"),
      spelt(1e3, "s", "second", "seconds"),
      spelt(60e3, "m", "minute", "minutes"),
      spelt(3600e3, "h", "hour", "hours"),
      spelt(24 * 3600e3, "d", "day", "days")),

  /** Of a whole, unless a limit has to be whole: then also more than 100. */
  PERCENT(" %", "%", "a percentage", "a whole percentage", "1%", spelt(1, "%")),

  PER_SECOND(
      "/s",
      "per second",
      "a number per second",
      "a whole number per second",
      "5/s",
      spelt(1, "/s", "")),

  /** Of 1,000,000 bytes. */
  MEGABYTES(
      " MB",
      "MB",
      "a size",
      "a size in whole MB",
      "512MB or 1GB",
      spelt(1, "MB"),
      spelt(1e-6, "B"),
      spelt(1e-3, "kB"),
      spelt(1e3, "GB"),
      spelt(1e6, "TB"),
      spelt(1024 / 1e6, "KiB"),
      spelt(1024 * 1024 / 1e6, "MiB"),
      spelt(1024 * 1024 * 1024 / 1e6, "GiB")),

  /** By which something grows. */
  MEGABYTES_PER_HOUR(
      " MB/h",
      "MB per hour",
      "a size per hour",
      "a size in whole MB per hour",
      "50MB/h",
      spelt(1, "MB/h"),
      spelt(1e3, "GB/h")),

  COUNT("", "count", "a whole number", "a whole number", "20", spelt(1, ""));

  private static final Pattern WRITTEN =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(\\D*)");

  private final String suffix;
  private final String axisTitle;
  private final String noun;
  private final String wholeNoun;
  private final String examples;
  private final List<Spelling> spellings;

  Unit(
      String suffix,
      String axisTitle,
      String noun,
      String wholeNoun,
      String examples,
      Spelling... spellings) {
    this.suffix = suffix;
    this.axisTitle = axisTitle;
    this.noun = noun;
    this.wholeNoun = wholeNoun;
    this.examples = examples;
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

  /** What stands behind a value, with the space between them. */
  public String suffix() {
    return suffix;
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
   * Reads the value of a limit as the settings write it. What is allowed can be reached and can be
   * missed: no share is below 0 % or above 100 %.
   *
   * @param direction of the measure that it limits
   * @param inclusive whether the limit itself passes
   * @param whole whether that measure has whole values only
   * @throws IllegalArgumentException that says what is allowed
   */
  public double limit(String written, Direction direction, boolean inclusive, boolean whole) {
    Optional<Double> value = value(written);
    return value
        .filter(number -> fits(number, direction, inclusive, whole))
        .orElseThrow(
            () -> {
              boolean ends = value.filter(end -> fits(end, direction, true, whole)).isPresent();
              String hint = "; %s= lets the limit itself pass".formatted(direction.sign());
              return new IllegalArgumentException(
                  allowed(direction, inclusive, whole) + (ends ? hint : ""));
            });
  }

  /** Which limits {@link #limit} allows, for messages. */
  String allowed(Direction direction, boolean inclusive, boolean whole) {
    String range = fits(0, direction, inclusive, whole) ? "from 0 on" : "above 0";
    if (!isOfAnySize(whole)) {
      range += fits(100, direction, inclusive, whole) ? " and up to 100" : " and below 100";
    }
    return "%s %s such as %s".formatted(whole ? wholeNoun : noun, range, examples);
  }

  private boolean fits(double value, Direction direction, boolean inclusive, boolean whole) {
    return (!whole || isWhole(value))
        && isAboveLeast(value, direction, inclusive)
        && (isOfAnySize(whole) || isBelowMost(value, direction, inclusive));
  }

  private static boolean isAboveLeast(double value, Direction direction, boolean inclusive) {
    boolean zero = inclusive == (direction == Direction.BELOW);
    return value > 0 || zero && value == 0;
  }

  private static boolean isBelowMost(double percent, Direction direction, boolean inclusive) {
    boolean all = inclusive == (direction == Direction.ABOVE);
    return percent < 100 || all && percent == 100;
  }

  private boolean isOfAnySize(boolean whole) {
    return this != PERCENT || whole;
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
}
