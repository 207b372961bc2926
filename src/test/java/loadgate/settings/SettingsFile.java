package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** A small valid gatling.conf, with one place changed, laid over as a test wants it. */
record SettingsFile(String text) {

  static final KnownNames PROJECT =
      new KnownNames(
          Set.of("health", "auth-flow"), Set.of("HealthSimulation", "CheckoutSimulation"));

  private static final SettingsFile VALID =
      new SettingsFile(
          """
          loadgate {
            target {
              base-url = ""
              allowed-hosts = [
                localhost, "::1"]
              trust-any-certificate = false
              cache-header = X-Cache
            }
            profile = light
            preflight = true
            leave-timeout = 30s
            report { formats = [locust] }
            profiles {
              light {
                users = 10
                spawn-rate = 1/s
                duration = 1m
                weights { health = 3, auth-flow = 1 }
              }
              waves {
                stages = [
                  { target = 4, duration = 20s }
                  { target = 1, duration = 10s, spawn-rate = 3/s }
                ]
                gates { health { p95 = 300ms } }
              }
              arrivals {
                model = open
                stages = [{ target = 5/s, duration = 15s }]
              }
            }
            gates {
              global { failure-rate = 1% }
              health {
                p95 = 100ms
                cache-hit-rate = 85%
              }
            }
            backend {
              main-class = backend.BackendMain
              start-timeout = 30s
              port = 8000
              faults { latency = 0ms }
            }
          }
          gatling.http.requestTimeout = 10000
          """);

  static SettingsFile valid() {
    return VALID;
  }

  SettingsFile with(String place, String replacement) {
    assertThat(text).containsOnlyOnce(place);
    return new SettingsFile(text.replace(place, replacement));
  }

  Path in(Path folder) {
    try {
      return Files.writeString(folder.resolve("gatling.conf"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Settings load(Path folder) {
    return load(folder, Map.of(), Map.of());
  }

  Settings load(Path folder, Map<String, String> environment, Map<String, String> system) {
    return Settings.load(
        parsed(folder), environment, properties(system), PROJECT, "HealthSimulation");
  }

  Settings loadPlain(Path folder, Map<String, String> environment, Map<String, String> system) {
    return Settings.loadPlain(
        parsed(folder), environment, properties(system), PROJECT, "CheckoutSimulation");
  }

  private Config parsed(Path folder) {
    return ConfigFactory.parseFile(in(folder).toFile());
  }

  private static Properties properties(Map<String, String> system) {
    Properties properties = new Properties();
    properties.putAll(system);
    return properties;
  }
}
