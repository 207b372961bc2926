package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendSettingsTest {

  @Test
  void shouldReadEveryKey() {
    BackendSettings settings =
        read(
            """
            port = 0, parent = true, bcrypt-cost = 4, access-token-lifetime = 40s
            faults {
              latency = 200ms, slowdown = 1s, error-rate = 5%, cache = off, cache-header = off
              workers = off, revocation = off, providers = off, stream-ends = off
              baselines = off, work-delay = 2s, database-calls = 2, leak = 60MB
            }
            """);
    Set<Part> all = Set.of(Part.values());
    Faults faults =
        new Faults(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            0.05,
            Duration.ofSeconds(2),
            2,
            60_000_000,
            all);
    assertThat(settings).isEqualTo(new BackendSettings(0, true, 4, Duration.ofSeconds(40), faults));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port=70000",
        "access-token-lifetime=0s",
        "faults.error-rate=101%",
        "faults.error-rate=0.1",
        "faults.workers=maybe",
        "faults.latencies=1ms",
        "faults.slowdown=-1ms",
        "faults.leak=-1MB",
        "faults.leak=101GB",
        "faults.leak=much",
      })
  void shouldNameTheKeyOfAMistake(String setting) {
    assertThatThrownBy(() -> read(setting))
        .hasMessageContaining("loadgate.backend." + setting.split("=")[0]);
  }

  private static BackendSettings read(String section) {
    return BackendSettings.from(ConfigFactory.parseString(section).atPath("loadgate.backend"));
  }
}
