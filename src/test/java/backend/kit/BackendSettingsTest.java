package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendSettingsTest {

  @Test
  void shouldHaveDefaultsForEverything() {
    assertThat(read(""))
        .isEqualTo(new BackendSettings(8000, false, 8, Duration.ofMinutes(30), Faults.NONE));
  }

  @Test
  void shouldReadEveryKey() {
    BackendSettings settings =
        read(
            """
            main-class = backend.BackendMain, start-timeout = 30s
            port = 0, parent = true, bcrypt-cost = 4, access-token-lifetime = 40s
            faults {
              latency = 200ms, error-rate = 5%, cache = off, cache-header = off
              workers = off, revocation = off, providers = off, stream-ends = off
              baselines = off, work-delay = 2s, database-calls = 2
            }
            """);
    Faults all =
        new Faults(Duration.ofMillis(200), 0.05, Duration.ofSeconds(2), 2, Set.of(Part.values()));
    assertThat(settings).isEqualTo(new BackendSettings(0, true, 4, Duration.ofSeconds(40), all));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port = 70000 | port: 70000 is not allowed, it takes a whole number from 0 to 65535",
        "faults.latency = -1ms | faults.latency: \"-1ms\" is not allowed, it takes a duration"
            + " such as 200ms, 40s or 30m, at least 0s",
        "faults.error-rate = 0.1 | faults.error-rate: 0.1 is not allowed, it takes a percentage"
            + " from 0% to 100%, such as 5%",
        "faults.workers = maybe | faults.workers: \"maybe\" is not allowed, it takes on or off",
      })
  void shouldSayWhatIsAllowedWhenAValueIsNot(String setting, String message) {
    assertThatThrownBy(() -> read(setting))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageEndingWith("loadgate.backend." + message);
  }

  @Test
  void shouldRefuseUnknownKey() {
    assertThatThrownBy(() -> read("faults.latencies = 1ms"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("loadgate.backend.faults.latencies: is not known here; allowed are")
        .hasMessageContaining("faults.latency, ");
  }

  @Test
  void shouldNameFileAndLineOfAMistake(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.conf"), "a=1\nloadgate.backend.port=-1\n");
    assertThatThrownBy(() -> BackendSettings.from(ConfigFactory.parseFile(file.toFile())))
        .hasMessageStartingWith(file + ":2: loadgate.backend.port: ");
  }

  private static BackendSettings read(String section) {
    return BackendSettings.from(ConfigFactory.parseString(section).atPath("loadgate.backend"));
  }
}
