package backend.kit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one instance of the backend is set up.
 *
 * @param port TCP port on the loopback address; 0 takes any free one
 * @param endsWithParent whether the process ends as soon as its standard input does
 * @param bcryptCost logarithm of the rounds spent on a password, 4..12
 * @param accessTokenLifetime from the issue of an access token to its expiry, at least 1 s
 * @param faults how it misbehaves
 */
public record BackendSettings(
    int port, boolean endsWithParent, int bcryptCost, Duration accessTokenLifetime, Faults faults) {

  private static final String SECTION = "loadgate.backend";
  private static final String DURATION = "a duration such as 200ms, 40s or 30m, at least ";

  /** What an in-process test needs: a free port, the cheapest passwords, no faults. */
  public static BackendSettings onFreePort() {
    return new BackendSettings(0, false, 4, Duration.ofMinutes(30), Faults.NONE);
  }

  /**
   * Reads {@code loadgate.backend} from {@code gatling.conf} on the class path, when there is one;
   * system properties win over the file.
   *
   * @throws InvalidSettingException with one line that names the place and what is allowed there
   */
  public static BackendSettings load() {
    try {
      return from(
          ConfigFactory.parseProperties(System.getProperties())
              .withOnlyPath(SECTION)
              .withFallback(ConfigFactory.parseResources("gatling.conf"))
              .resolve());
    } catch (ConfigException e) {
      throw new InvalidSettingException(e.getMessage().lines().findFirst().orElse("gatling.conf"));
    }
  }

  /** Reads {@code loadgate.backend} from a resolved configuration; absent keys have defaults. */
  static BackendSettings from(Config config) {
    Section section =
        new Section(
            config.hasPath(SECTION) ? config.getConfig(SECTION) : ConfigFactory.empty(),
            // Two keys are for whoever launches the backend.
            new TreeSet<>(Set.of("main-class", "start-timeout")));
    BackendSettings settings =
        new BackendSettings(
            section.integer("port", 8000, 0, 65535),
            section.choice("parent", "true", "false", false),
            section.integer("bcrypt-cost", 8, 4, 12),
            section.duration("access-token-lifetime", Duration.ofMinutes(30), "1s"),
            section.faults());
    section.refuseUnknownKeys();
    return settings;
  }

  public BackendSettings withFaults(Faults misbehaviour) {
    return new BackendSettings(port, endsWithParent, bcryptCost, accessTokenLifetime, misbehaviour);
  }

  public BackendSettings withAccessTokenLifetime(Duration lifetime) {
    return new BackendSettings(port, endsWithParent, bcryptCost, lifetime, faults);
  }

  public BackendSettings withPort(int number) {
    return new BackendSettings(number, endsWithParent, bcryptCost, accessTokenLifetime, faults);
  }

  /** The section value by value, and the keys that were asked for. */
  private record Section(Config config, TreeSet<String> known) {

    Faults faults() {
      return new Faults(
          duration("faults.latency", Duration.ZERO, "0s"),
          share("faults.error-rate"),
          duration("faults.work-delay", Duration.ZERO, "0s"),
          integer("faults.database-calls", Faults.ALL_DATABASE_CALLS, 1, 1_000),
          Stream.of(Part.values())
              .filter(part -> !choice("faults." + part.key(), "on", "off", true))
              .collect(Collectors.toSet()));
    }

    int integer(String key, int fallback, int min, int max) {
      String allowed = "a whole number from " + min + " to " + max;
      return read(key, fallback, allowed, config::getInt, value -> value >= min && value <= max);
    }

    Duration duration(String key, Duration fallback, String least) {
      Duration min = ConfigFactory.parseMap(Map.of("min", least)).getDuration("min");
      return read(
          key, fallback, DURATION + least, config::getDuration, value -> value.compareTo(min) >= 0);
    }

    /** A percentage, as 0..1. */
    double share(String key) {
      return read(
          key,
          0.0,
          "a percentage from 0% to 100%, such as 5%",
          path -> Double.parseDouble(config.getString(path).replaceFirst("%$", "")) / 100,
          share -> config.getString(key).endsWith("%") && share >= 0 && share <= 1);
    }

    boolean choice(String key, String yes, String no, boolean fallback) {
      Set<String> words = Set.of(yes, no);
      String word = fallback ? yes : no;
      return read(key, word, yes + " or " + no, config::getString, words::contains).equals(yes);
    }

    private <T> T read(
        String key, T fallback, String allowed, Function<String, T> getter, Predicate<T> valid) {
      known.add(key);
      if (!config.hasPath(key)) {
        return fallback;
      }
      try {
        T value = getter.apply(key);
        if (valid.test(value)) {
          return value;
        }
      } catch (ConfigException | NumberFormatException e) {
        // A value of another type is refused like one out of range.
      }
      String written = config.getValue(key).render();
      throw refused(key, written + " is not allowed, it takes " + allowed);
    }

    void refuseUnknownKeys() {
      config.entrySet().stream()
          .map(entry -> String.join(".", ConfigUtil.splitPath(entry.getKey())))
          .filter(key -> !known.contains(key))
          .findFirst()
          .ifPresent(
              key -> {
                throw refused(key, "is not known here; allowed are " + String.join(", ", known));
              });
    }

    private InvalidSettingException refused(String key, String why) {
      ConfigOrigin origin = config.getValue(key).origin();
      String file = origin.resource() != null ? origin.resource() : origin.filename();
      String place = file == null ? "system property" : file + ":" + origin.lineNumber();
      return new InvalidSettingException(place + ": " + SECTION + "." + key + ": " + why);
    }
  }
}
