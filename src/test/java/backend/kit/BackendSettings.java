package backend.kit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Set;
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

  static final int DEFAULT_PORT = 8000;

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
              .withOnlyPath(SettingsReader.SECTION)
              .withFallback(ConfigFactory.parseResources("gatling.conf"))
              .resolve());
    } catch (ConfigException e) {
      throw new InvalidSettingException(e.getMessage().lines().findFirst().orElse("gatling.conf"));
    }
  }

  /** Reads {@code loadgate.backend} from a resolved configuration; absent keys have defaults. */
  static BackendSettings from(Config config) {
    SettingsReader section = SettingsReader.of(config);
    section.allow("main-class", "start-timeout"); // for whoever launches the backend
    Faults faults =
        new Faults(
            section.duration("faults.latency", Duration.ZERO, Duration.ZERO),
            section.percent("faults.error-rate", 0),
            section.duration("faults.work-delay", Duration.ZERO, Duration.ZERO),
            section.integer("faults.database-calls", Faults.ALL_DATABASE_CALLS, 1, 1_000),
            missing(section));
    BackendSettings settings =
        new BackendSettings(
            section.integer("port", DEFAULT_PORT, 0, 65535),
            section.truth("parent", false),
            section.integer("bcrypt-cost", 8, 4, 12),
            section.duration(
                "access-token-lifetime", Duration.ofMinutes(30), Duration.ofSeconds(1)),
            faults);
    section.refuseUnknownKeys();
    return settings;
  }

  private static Set<Part> missing(SettingsReader section) {
    return Stream.of(Part.values())
        .filter(part -> !section.onOff("faults." + part.key(), true))
        .collect(Collectors.toUnmodifiableSet());
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
