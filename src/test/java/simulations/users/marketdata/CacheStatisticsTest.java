package simulations.users.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import java.util.Properties;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.metrics.Metric;
import loadgate.model.SettingsException;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Options;
import loadgate.settings.Settings;
import loadgate.target.TargetException;
import org.junit.jupiter.api.Test;
import simulations.users.marketdata.CacheStatistics.Reading;

class CacheStatisticsTest {

  private static CacheStatistics told(String key, String value) {
    return CacheStatistics.told(options("market-probe", key, value));
  }

  private static Options options(String userType, String key, String value) {
    Properties system = new Properties();
    system.setProperty("loadgate.user-types." + userType + "." + key, value);
    return Settings.load(
            ConfigFactory.parseResources("gatling.conf"),
            Map.of(),
            system,
            UserTypeCatalog.names(UserType.class, GatedSimulation.class),
            "MarketDataSimulation")
        .userTypes()
        .get(userType)
        .options();
  }

  @Test
  void shouldReadWhereTheSettingsSay() {
    CacheStatistics statistics = told("cache-hits", "/l1_cache/hits");

    assertThat(statistics.hits()).isEqualTo(JsonPointer.compile("/l1_cache/hits"));
    assertThat(statistics.misses()).isEqualTo(JsonPointer.compile("/overall/total_misses"));
    assertThat(statistics.path()).isEqualTo("/api/metrics/cache");
  }

  @Test
  void shouldRefuseWhatIsNoPointer() {
    assertThatThrownBy(() -> told("cache-misses", "total"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("loadgate.user-types.market-probe.cache-misses")
        .hasMessageContaining("\"total\" is no JSON Pointer such as /overall/total_misses");
  }

  @Test
  void shouldRefuseUnknownKeys() {
    assertThatThrownBy(() -> told("cache-hit", "/x"))
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

  @Test
  void shouldLeaveOutCurrencyPairsWhenToldTo() {
    MarketSymbols symbols =
        MarketSymbols.told(options("market-data-spike", "currency-pairs", "off"));

    assertThat(symbols.withPairs()).isFalse();
    assertThat(MarketSymbols.told(options("market-data", "currency-pairs", "on")))
        .isEqualTo(MarketSymbols.ALL);
  }
}
