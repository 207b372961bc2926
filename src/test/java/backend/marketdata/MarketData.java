package backend.marketdata;

import backend.assets.Asset;
import backend.assets.AssetClass;
import backend.assets.Assets;
import backend.assets.Fundamentals;
import backend.assets.History;
import backend.lookups.DataType;
import backend.lookups.TwoLevelCache;
import backend.providers.ProviderDownException;
import backend.providers.Providers;
import backend.providers.Sourced;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Data about assets, from the cache or else from their providers. */
public final class MarketData {

  private static final Duration HISTORY_LIFETIME = Duration.ofMinutes(5);
  private static final Duration NARRATIVE_LIFETIME = Duration.ofMinutes(10);
  private static final Duration FUNDAMENTALS_LIFETIME = Duration.ofHours(1);

  private final Providers providers;
  private final TwoLevelCache cache;
  private final History market = History.ofMarket();

  public MarketData(Providers providers, TwoLevelCache cache) {
    this.providers = providers;
    this.cache = cache;
  }

  /** The price of a symbol; one that says so when the symbol is unknown or nobody answers. */
  public Price price(String symbol) {
    Optional<Asset> asset = Assets.find(symbol);
    Duration lifetime = asset.map(a -> a.assetClass().priceLifetime()).orElse(Duration.ZERO);
    try {
      return cache
          .get(DataType.PRICE, symbol, lifetime, () -> asset.map(this::askForPrice))
          .orElseGet(Price::unknown);
    } catch (ProviderDownException e) {
      return Price.failed();
    }
  }

  private Price askForPrice(Asset asset) {
    return Price.of(asset, providers.ask(asset.assetClass(), () -> History.of(asset)));
  }

  /**
   * A year of trading.
   *
   * @throws ProviderDownException if nobody answers
   */
  public Sourced<History> history(Asset asset) {
    return cached(DataType.CANDLES, asset, "", HISTORY_LIFETIME, () -> History.of(asset));
  }

  /**
   * The figures of a company; empty for what is none.
   *
   * @throws ProviderDownException if nobody answers
   */
  public Optional<Sourced<Fundamentals>> fundamentals(Asset asset) {
    if (asset.assetClass() != AssetClass.EQUITY) {
      return Optional.empty();
    }
    return Optional.of(
        cached(
            DataType.FUNDAMENTALS, asset, "", FUNDAMENTALS_LIFETIME, () -> Fundamentals.of(asset)));
  }

  /**
   * A text about the asset.
   *
   * @throws ProviderDownException if nobody answers
   */
  public Narrative narrative(Asset asset, Depth depth) {
    Supplier<Narrative> tell = () -> Narrator.tell(asset, History.of(asset), depth);
    return cached(DataType.NARRATIVE, asset, " " + depth, NARRATIVE_LIFETIME, tell).value();
  }

  /** The year of the market as a whole. */
  public History market() {
    return market;
  }

  private <T> Sourced<T> cached(
      DataType type, Asset asset, String variant, Duration lifetime, Supplier<T> work) {
    String key = asset.symbol() + variant;
    return cache
        .get(type, key, lifetime, () -> Optional.of(providers.ask(asset.assetClass(), work)))
        .orElseThrow();
  }
}
