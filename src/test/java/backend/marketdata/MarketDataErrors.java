package backend.marketdata;

import backend.kit.ErrorFormat;
import backend.kit.Violation;
import java.util.List;
import java.util.Map;

/** The errors of the market-data contract, which owns some paths among those of others. */
public final class MarketDataErrors implements ErrorFormat {

  private static final List<String> FOLDERS =
      List.of(
          "/mcp/",
          "/health/providers/",
          "/api/market/candles/",
          "/api/market/assets/",
          "/api/market/dsl/",
          "/api/metrics/");

  private static final List<String> PATHS =
      List.of("/health", "/health/providers", "/api/market/prices");

  @Override
  public boolean covers(String path) {
    return PATHS.contains(path) || FOLDERS.stream().anyMatch(path::startsWith);
  }

  private record ServerError(String error, String message) {}

  @Override
  public Object error(int status, String text) {
    return status == 500 ? new ServerError("InternalServerError", text) : Map.of("detail", text);
  }

  @Override
  public Object invalid(List<Violation> violations) {
    return Map.of("detail", violations);
  }
}
