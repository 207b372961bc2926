package loadgate.metrics;

import static io.gatling.javaapi.http.HttpDsl.header;

import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations that the target itself reports in the header {@code Server-Timing}, such as {@code
 * db;dur=12.3} (<a href="https://www.w3.org/TR/server-timing/">W3C Server Timing</a>).
 */
public final class ServerTimings {

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
    Pattern pattern =
        Pattern.compile(
            "(?i)(?:^|,)\\s*" + Pattern.quote(name) + "\\s*;[^,]*?dur=\"?(\\d+(?:\\.\\d+)?)");
    return session -> {
      if (!session.contains(VALUES)) {
        return Optional.empty();
      }
      Matcher entry = pattern.matcher(String.join(",", session.<String>getList(VALUES)));
      return entry.find()
          ? Optional.of(Metric.Sample.floor(Double.parseDouble(entry.group(1))))
          : Optional.empty();
    };
  }
}
