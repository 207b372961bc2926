package backend.marketdata;

import java.util.LinkedHashMap;
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

  private record Provider(String name, Set<Asset.Type> known, boolean up) {}

  /** Data and the provider that it is from. */
  record Sourced<T>(T value, String provider) {}

  /** How each provider is, by name. */
  record Health(
      String status,
      int totalProviders,
      int healthyProviders,
      Map<String, ProviderHealth> providers) {}

  record ProviderHealth(boolean isHealthy, double uptimePercent) {}

  /**
   * Has the first provider do the work that knows the asset and answers.
   *
   * @throws NoDataException if none of those that know it answers
   */
  <T> Sourced<T> ask(Asset asset, Supplier<T> work) {
    return inOrder.stream()
        .filter(provider -> provider.up() && provider.known().contains(asset.type()))
        .findFirst()
        .map(provider -> new Sourced<>(work.get(), provider.name()))
        .orElseThrow(() -> NoDataException.providersDown(asset.symbol()));
  }

  Health health() {
    Map<String, ProviderHealth> providers = new LinkedHashMap<>();
    for (Provider provider : inOrder) {
      // A provider is up or down for the whole life of the backend.
      ProviderHealth health = new ProviderHealth(provider.up(), provider.up() ? 100 : 0);
      providers.put(provider.name(), health);
    }
    int healthy = (int) inOrder.stream().filter(Provider::up).count();
    String status = healthy == inOrder.size() ? "healthy" : "degraded";
    return new Health(status, inOrder.size(), healthy, providers);
  }
}
