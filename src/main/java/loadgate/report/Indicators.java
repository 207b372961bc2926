package loadgate.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Gatling's own report is configured to show, for the files that follow it.
 *
 * @param lowerBoundMillis between its first and its second response-time range
 * @param higherBoundMillis between its second and its third
 * @param percentiles four of them, from 0 to 100
 */
public record Indicators(int lowerBoundMillis, int higherBoundMillis, List<Double> percentiles) {

  public Indicators {
    percentiles = List.copyOf(percentiles);
  }

  /** Those of {@code gatling.conf} on the class path, without it Gatling's defaults. */
  public static Indicators configured() {
    return of(ConfigFactory.systemProperties().withFallback(file("gatling.conf")));
  }

  /** Gatling's defaults: 800 and 1200 ms, percentiles 50, 75, 95 and 99. */
  public static Indicators defaults() {
    return of(ConfigFactory.empty());
  }

  private static Indicators of(Config config) {
    Config indicators =
        config
            .withFallback(file("gatling-defaults.conf"))
            .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true))
            .getConfig("gatling.charting.indicators");
    return new Indicators(
        indicators.getInt("lowerBound"),
        indicators.getInt("higherBound"),
        Stream.of("percentile1", "percentile2", "percentile3", "percentile4")
            .map(indicators::getDouble)
            .toList());
  }

  private static Config file(String name) {
    return ConfigFactory.parseResources(name);
  }
}
