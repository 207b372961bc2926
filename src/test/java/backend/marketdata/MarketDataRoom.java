package backend.marketdata;

import backend.kit.BackendSettings;
import backend.kit.Database;
import backend.kit.ErrorFormat;
import backend.kit.Feature;
import backend.kit.Room;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The market-data service. */
public final class MarketDataRoom implements Room {

  @Override
  public List<Feature> features(Database database, BackendSettings settings) {
    return List.of(new MarketDataFeature(settings.faults()));
  }

  @Override
  public Map<String, ErrorFormat> errorFormats() {
    ErrorFormat format = new MarketDataErrors();
    return Stream.of(
            "/health",
            "/mcp",
            "/api/metrics",
            "/api/market/prices",
            "/api/market/candles",
            "/api/market/assets",
            "/api/market/dsl")
        .collect(Collectors.toMap(Function.identity(), path -> format));
  }
}
