package backend.kit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.time.Duration;
import java.util.Map;
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

  private static final long MOST_BYTES = 100_000_000_000L;

  /** Every key there is; {@code parent} is for whoever launches the backend. */
  private static final Config DEFAULTS =
      ConfigFactory.parseString("backend.parent = false")
          .withFallback(ConfigFactory.parseResources("backend.conf"))
          .atPath("loadgate");

  /** What an in-process test needs: a free port, the cheapest passwords, no faults. */
  public static BackendSettings onFreePort() {
    return new BackendSettings(0, false, 4, Duration.ofMinutes(30), Faults.NONE);
  }

  /**
   * On a free port, with these options, by their full names, over those of {@code backend.conf}.
   */
  public static BackendSettings onFreePort(Map<String, String> options) {
    return from(ConfigFactory.parseMap(options)).withPort(0);
  }

  /**
   * Reads {@code loadgate.backend} from {@code gatling.conf} on the class path, when there is one;
   * system properties win over the file, and absent keys are as in {@code backend.conf}.
   *
   * @throws InvalidSettingException with one line that names the place and what is wrong there
   */
  public static BackendSettings load() {
    ConfigParseOptions origin =
        ConfigParseOptions.defaults().setOriginDescription("system properties");
    try {
      return from(
          ConfigFactory.parseProperties(System.getProperties(), origin)
              .withOnlyPath(SECTION)
              .withFallback(ConfigFactory.parseResources("gatling.conf"))
              .resolve());
    } catch (ConfigException e) {
      throw new InvalidSettingException(e.getMessage().lines().findFirst().orElse("gatling.conf"));
    }
  }

  static BackendSettings from(Config given) {
    Config config = given.withFallback(DEFAULTS);
    config
        .withOnlyPath(SECTION)
        .entrySet()
        .forEach(key -> demand(DEFAULTS.hasPath(key.getKey()), config, key.getKey(), "no key"));
    return new BackendSettings(
        integer(config, SECTION + ".port", 0, 65535),
        config.getBoolean(SECTION + ".parent"),
        integer(config, SECTION + ".bcrypt-cost", 4, 12),
        duration(config, SECTION + ".access-token-lifetime", 1_000),
        new Faults(
            duration(config, SECTION + ".faults.latency", 0),
            duration(config, SECTION + ".faults.slowdown", 0),
            share(config, SECTION + ".faults.error-rate"),
            duration(config, SECTION + ".faults.work-delay", 0),
            integer(config, SECTION + ".faults.database-calls", 1, 1_000),
            bytes(config, SECTION + ".faults.leak"),
            Stream.of(Part.values())
                .filter(part -> !config.getBoolean(SECTION + ".faults." + part.key()))
                .collect(Collectors.toSet())));
  }

  private static int integer(Config config, String path, int min, int max) {
    int value = config.getInt(path);
    demand(value >= min && value <= max, config, path, min + " to " + max);
    return value;
  }

  private static Duration duration(Config config, String path, long minMillis) {
    Duration value = config.getDuration(path);
    demand(value.toMillis() >= minMillis, config, path, "at least " + minMillis + " ms");
    return value;
  }

  private static long bytes(Config config, String path) {
    long value = config.getBytes(path);
    demand(value >= 0 && value <= MOST_BYTES, config, path, "0MB to 100GB");
    return value;
  }

  /** A percentage, as 0..1. */
  private static double share(Config config, String path) {
    String text = config.getString(path);
    demand(text.matches("(100|\\d{1,2}(\\.\\d+)?) *%"), config, path, "0% to 100%");
    return Double.parseDouble(text.replace("%", "")) / 100;
  }

  private static void demand(boolean valid, Config config, String path, String allowed) {
    if (!valid) {
      throw new ConfigException.BadValue(
          config.getValue(path).origin(), path, "allowed is " + allowed);
    }
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
