package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendSettingsTest {

  @Test
  void shouldHaveDefaultsForEverything() {
    assertThat(BackendSettings.from(ConfigFactory.empty()))
        .isEqualTo(new BackendSettings(8000, false, 8, Duration.ofMinutes(30), Faults.NONE));
  }

  @Test
  void shouldReadEveryKey() {
    BackendSettings settings =
        read(
            """
            main-class = backend.BackendMain
            start-timeout = 30s
            port = 0
            parent = true
            bcrypt-cost = 4
            access-token-lifetime = 40s
            faults {
              latency = 200ms, error-rate = 5%, cache = off, cache-header = off
              workers = off, revocation = off, providers = off, stream-ends = off
              baselines = off, work-delay = 2s, database-calls = 2
            }
            """);
    assertThat(settings)
        .isEqualTo(
            new BackendSettings(
                0,
                true,
                4,
                Duration.ofSeconds(40),
                new Faults(
                    Duration.ofMillis(200),
                    0.05,
                    Duration.ofSeconds(2),
                    2,
                    Set.of(Part.values()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port = 70000               | port | 70000 | a whole number from 0 to 65535",
        "port = some                | port | \"some\" | a whole number from 0 to 65535",
        "bcrypt-cost = 13           | bcrypt-cost | 13 | a whole number from 4 to 12",
        "faults.latency = -1ms      | faults.latency | \"-1ms\" |"
            + " a duration of at least 0ms, such as 200ms, 40s or 30m",
        "faults.error-rate = 101%   | faults.error-rate | \"101%\" |"
            + " a percentage from 0% to 100%, such as 5%",
        "faults.error-rate = 0.1    | faults.error-rate | 0.1 |"
            + " a percentage from 0% to 100%, such as 5%",
        "faults.workers = maybe     | faults.workers | \"maybe\" | on or off",
        "access-token-lifetime = 0s | access-token-lifetime | \"0s\" |"
            + " a duration of at least 1000ms, such as 200ms, 40s or 30m",
      })
  void shouldSayWhatIsAllowedWhenAValueIsNot(
      String setting, String key, String value, String allowed) {
    assertThatThrownBy(() -> read(setting))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageEndingWith(
            "loadgate.backend." + key + ": " + value + " is not allowed, it takes " + allowed);
  }

  @Test
  void shouldRefuseUnknownKey() {
    assertThatThrownBy(() -> read("faults.latencies = 1ms"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("loadgate.backend.faults.latencies: is not known here; allowed are");
  }

  @Test
  void shouldRefuseAValueInPlaceOfTheSection() {
    assertThatThrownBy(() -> BackendSettings.from(ConfigFactory.parseString("loadgate.backend=1")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("loadgate.backend: is a section");
  }

  @Test
  void shouldNameFileAndLineOfAMistake() {
    String resource = "backend/mistake.conf";
    assertThatThrownBy(() -> BackendSettings.from(ConfigFactory.parseResources(resource, strict())))
        .hasMessageStartingWith("backend/mistake.conf:4: loadgate.backend.faults.latency: ");
  }

  private static ConfigParseOptions strict() {
    return ConfigParseOptions.defaults().setAllowMissing(false);
  }

  private static BackendSettings read(String section) {
    return BackendSettings.from(ConfigFactory.parseString(section).atPath("loadgate.backend"));
  }
}
