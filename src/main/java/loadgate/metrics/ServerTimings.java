package loadgate.metrics;

import static io.gatling.javaapi.http.HttpDsl.header;

import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Durations that the target itself reports in the header {@code Server-Timing}, such as {@code
 * db;dur=12.3} (<a href="https://www.w3.org/TR/server-timing/">W3C Server Timing</a>).
 */
public final class ServerTimings {

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern DURATION = Pattern.compile("(?i)dur\\s*=\\s*\\d+(\\.\\d+)?");

  private static final String VALUES = "loadgate.serverTiming";

  private ServerTimings() {}

  /** Forgets what the answer before said; to be done before a request that may stay unanswered. */
  public static Session forget(Session session) {
    return session.remove(VALUES);
  }

  /** Remembers the header of the answer; to be added to a request. */
  public static CheckBuilder saved() {
    return header("Server-Timing").findAll().withDefault(List.of()).saveAs(VALUES);
  }

  /**
   * The duration of one entry in whole milliseconds, cut off; nothing when the answer did not say.
   *
   * @param name of the entry, for example {@code db}
   */
  public static Function<Session, Optional<Metric.Sample>> entry(String name) {
    return session ->
        session.contains(VALUES)
            ? millis(name, session.getList(VALUES)).map(Metric.Sample::floor)
            : Optional.empty();
  }

  /** What the header says of the entry, in milliseconds; quoted texts hold no entries. */
  static Optional<Double> millis(String name, List<String> headerValues) {
    for (String entry : QUOTED.matcher(String.join(",", headerValues)).replaceAll("").split(",")) {
      String[] parts = entry.strip().split("\\s*;\\s*");
      if (parts[0].equalsIgnoreCase(name)) {
        return Stream.of(parts)
            .skip(1)
            .filter(part -> DURATION.matcher(part).matches())
            .map(part -> Double.valueOf(part.substring(part.indexOf('=') + 1).strip()))
            .findFirst();
      }
    }
    return Optional.empty();
  }
}
