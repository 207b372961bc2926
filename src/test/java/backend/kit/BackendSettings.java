package backend.kit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.time.Duration;
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
  private static final ConfigParseOptions SYSTEM_PROPERTIES =
      ConfigParseOptions.defaults().setOriginDescription("system properties");

  /** The first two keys are for whoever launches the backend. */
  private static final Config DEFAULTS =
      ConfigFactory.parseString(
              """
              main-class = "", start-timeout = 30s
              port = 8000, parent = false, bcrypt-cost = 8, access-token-lifetime = 30m
              faults {
                latency = 0s, error-rate = 0%, work-delay = 0s, database-calls = 20
                cache = on, cache-header = on, workers = on, revocation = on
                providers = on, stream-ends = on, baselines = on
              }
              """)
          .atPath(SECTION);

  /** What an in-process test needs: a free port, the cheapest passwords, no faults. */
  public static BackendSettings onFreePort() {
    return new BackendSettings(0, false, 4, Duration.ofMinutes(30), Faults.NONE);
  }

  /**
   * Reads {@code loadgate.backend} from {@code gatling.conf} on the class path, when there is one;
   * system properties win over the file.
   *
   * @throws InvalidSettingException with one line that names the place and what is wrong there
   */
  public static BackendSettings load() {
    try {
      return from(
          ConfigFactory.parseProperties(System.getProperties(), SYSTEM_PROPERTIES)
              .withOnlyPath(SECTION)
              .withFallback(ConfigFactory.parseResources("gatling.conf"))
              .resolve());
    } catch (ConfigException e) {
      throw new InvalidSettingException(e.getMessage().lines().findFirst().orElse("gatling.conf"));
    }
  }

  /**
   * Reads {@code loadgate.backend} from a resolved configuration; absent keys have defaults.
   *
   * @throws ConfigException with the place and what is wrong there
   */
  static BackendSettings from(Config given) {
    refuseUnknownKeys(given.withOnlyPath(SECTION));
    Config config = given.withFallback(DEFAULTS);
    return new BackendSettings(
        integer(config, "port", 0, 65535),
        config.getBoolean(SECTION + ".parent"),
        integer(config, "bcrypt-cost", 4, 12),
        duration(config, "access-token-lifetime", Duration.ofSeconds(1)),
        new Faults(
            duration(config, "faults.latency", Duration.ZERO),
            share(config, "faults.error-rate"),
            duration(config, "faults.work-delay", Duration.ZERO),
            integer(config, "faults.database-calls", 1, 1_000),
            Stream.of(Part.values())
                .filter(part -> !config.getBoolean(SECTION + ".faults." + part.key()))
                .collect(Collectors.toSet())));
  }

  private static void refuseUnknownKeys(Config section) {
    section
        .entrySet()
        .forEach(
            entry -> {
              if (!DEFAULTS.hasPath(entry.getKey())) {
                String why = "not known here";
                throw new ConfigException.BadPath(entry.getValue().origin(), entry.getKey(), why);
              }
            });
  }

  private static int integer(Config config, String key, int min, int max) {
    int value = config.getInt(SECTION + "." + key);
    String allowed = "a whole number from " + min + " to " + max;
    return demand(value >= min && value <= max, config, key, value, allowed);
  }

  private static Duration duration(Config config, String key, Duration min) {
    Duration value = config.getDuration(SECTION + "." + key);
    String allowed = "a duration of at least " + min.toMillis() + "ms";
    return demand(value.compareTo(min) >= 0, config, key, value, allowed);
  }

  /** A percentage, as 0..1. */
  private static double share(Config config, String key) {
    String text = config.getString(SECTION + "." + key);
    boolean percentage = text.matches("\\d+(\\.\\d+)?\\s*%");
    double share = percentage ? Double.parseDouble(text.replaceFirst("\\s*%", "")) / 100 : -1;
    return demand(share >= 0 && share <= 1, config, key, share, "a percentage from 0% to 100%");
  }

  private static <T> T demand(boolean valid, Config config, String key, T value, String allowed) {
    if (!valid) {
      String path = SECTION + "." + key;
      throw new ConfigException.BadValue(
          config.getValue(path).origin(), path, "it takes " + allowed);
    }
    return value;
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
}
