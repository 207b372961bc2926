package backend.marketdata;

import backend.assets.Asset;
import backend.assets.Assets;
import backend.kit.ApiException;
import backend.kit.Feature;
import backend.providers.ProviderDownException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Market data by plain requests, and whether the service is there at all. */
public final class MarketDataFeature implements Feature {

  private static final String VERSION = "0.4.1";
  private static final int MOST_SYMBOLS = 50;

  private final MarketData data;

  public MarketDataFeature(MarketData data) {
    this.data = data;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/health", ctx -> ctx.json(new Health("healthy", VERSION, "reference")));
    routes.get("/api/market/prices", ctx -> ctx.json(Quotes.of(symbols(ctx), data)));
    routes.get("/api/market/candles/{symbol}", ctx -> ctx.json(candles(ctx)));
    routes.get("/api/market/assets/{symbol}", ctx -> ctx.json(sheet(symbol(ctx))));
  }

  private record Health(String status, String version, String environment) {}

  private static List<String> symbols(Context ctx) {
    List<String> symbols =
        Arrays.stream(Optional.ofNullable(ctx.queryParam("symbols")).orElse("").split(","))
            .map(symbol -> symbol.strip().toUpperCase(Locale.ROOT))
            .filter(symbol -> !symbol.isEmpty())
            .distinct()
            .toList();
    if (symbols.isEmpty() || symbols.size() > MOST_SYMBOLS) {
      throw ApiException.badRequest("symbols must be 1 to " + MOST_SYMBOLS + " different symbols");
    }
    return symbols;
  }

  private Candles candles(Context ctx) {
    String symbol = symbol(ctx);
    String timeframe = Optional.ofNullable(ctx.queryParam("timeframe")).orElse(Candles.DAILY);
    if (!timeframe.equals(Candles.DAILY)) {
      throw ApiException.badRequest("timeframe must be " + Candles.DAILY);
    }
    Optional<Asset> asset = Assets.find(symbol);
    try {
      return asset
          .map(known -> Candles.of(symbol, data.history(known).value()))
          .orElseGet(() -> Candles.none(symbol));
    } catch (ProviderDownException e) {
      throw ApiException.serverError(e.getMessage());
    }
  }

  private AssetSheet sheet(String symbol) {
    try {
      return Assets.find(symbol)
          .map(asset -> AssetSheet.of(asset, data))
          .orElseGet(() -> AssetSheet.fallback(symbol));
    } catch (ProviderDownException e) {
      return AssetSheet.fallback(symbol);
    }
  }

  private static String symbol(Context ctx) {
    return ctx.pathParam("symbol").toUpperCase(Locale.ROOT);
  }
}
