package simulations.users.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import java.util.Properties;
import loadgate.UserType;
import loadgate.metrics.Metric;
import loadgate.model.SettingsException;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import loadgate.target.TargetException;
import org.junit.jupiter.api.Test;
import simulations.users.marketdata.CacheStatistics.Reading;

class CacheStatisticsTest {

  private static CacheStatistics statistics(String key, String value) {
    Properties system = new Properties();
    system.setProperty("loadgate.user-types.market-probe." + key, value);
    Settings settings =
        Settings.load(
            ConfigFactory.parseResources("gatling.conf"),
            Map.of(),
            system,
            UserTypeCatalog.names(UserType.class),
            "MarketDataSimulation");
    return CacheStatistics.from(settings.userTypes().get("market-probe").options());
  }

  @Test
  void shouldReadWhereTheSettingsSay() {
    CacheStatistics statistics = statistics("cache-hits", "/l1_cache/hits");

    assertThat(statistics.hits()).isEqualTo(JsonPointer.compile("/l1_cache/hits"));
    assertThat(statistics.misses()).isEqualTo(JsonPointer.compile("/overall/total_misses"));
    assertThat(statistics.path()).isEqualTo("/api/metrics/cache");
  }

  @Test
  void shouldRefuseWhatIsNoPointer() {
    assertThatThrownBy(() -> statistics("cache-misses", "total"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("loadgate.user-types.market-probe.cache-misses")
        .hasMessageContaining("\"total\" is no JSON Pointer such as /overall/total_misses");
  }

  @Test
  void shouldRefuseUnknownKeys() {
    assertThatThrownBy(() -> statistics("cache-hit", "/x"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cache-hit: unknown key");
  }

  @Test
  void shouldCountFromOneReadingToTheNext() {
    assertThat(new Reading(103, 11).since(new Reading(100, 10)))
        .containsExactly(
            Metric.Sample.rate(true),
            Metric.Sample.rate(true),
            Metric.Sample.rate(true),
            Metric.Sample.rate(false));
  }

  @Test
  void shouldNotCountBackwards() {
    assertThatThrownBy(() -> new Reading(5, 11).since(new Reading(100, 10)))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("started anew");
  }
}
