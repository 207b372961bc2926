package backend.marketdata;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The providers of market data: asks the first one that answers, and reports their health. */
final class Providers {

  private final List<Provider> inOrder;

  /** {@code allUp} is whether all of them answer; otherwise the first one is down. */
  Providers(boolean allUp) {
    this.inOrder =
        List.of(
            new Provider("yahoo_finance", Set.of(Asset.Type.EQUITY, Asset.Type.PAIR), allUp),
            new Provider("fmp", Set.of(Asset.Type.EQUITY), true),
            new Provider("ccxt_binance", Set.of(Asset.Type.COIN), true));
  }

  private record Provider(String name, Set<Asset.Type> known, boolean up) {

    /** A provider is up or down for the whole life of the backend. */
    Map<String, Object> health() {
      return Map.of("is_healthy", up, "uptime_percent", up ? 100.0 : 0.0);
    }
  }

  /** Data and the provider that it is from. */
  record Sourced<T>(T value, String provider) {}

  /**
   * Has the first provider do the work that knows the asset and answers.
   *
   * @throws MarketDataException if none of those that know it answers
   */
  <T> Sourced<T> ask(Asset asset, Supplier<T> work) {
    return inOrder.stream()
        .filter(provider -> provider.up() && provider.known().contains(asset.type()))
        .findFirst()
        .map(provider -> new Sourced<>(work.get(), provider.name()))
        .orElseThrow(() -> MarketDataException.providersDown(asset.symbol()));
  }

  /** How many providers are up, and how each one is. */
  Map<String, Object> health() {
    long healthy = inOrder.stream().filter(Provider::up).count();
    return Map.of(
        "status",
        healthy == inOrder.size() ? "healthy" : "degraded",
        "total_providers",
        inOrder.size(),
        "healthy_providers",
        healthy,
        "providers",
        inOrder.stream().collect(toMap(Provider::name, Provider::health)));
  }
}
