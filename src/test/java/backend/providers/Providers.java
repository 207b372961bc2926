package backend.providers;

import backend.assets.AssetClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All providers of market data, in the order in which they are asked. */
public final class Providers {

  private final List<Provider> inOrder;

  private Providers(List<Provider> inOrder) {
    this.inOrder = inOrder;
  }

  /** Three providers, of which the first is down unless all are up. */
  public static Providers start(boolean allUp) {
    return new Providers(
        List.of(
            new Provider(
                "yahoo_finance", Set.of(AssetClass.EQUITY, AssetClass.CURRENCY_PAIR), allUp),
            new Provider("fmp", Set.of(AssetClass.EQUITY), true),
            new Provider("ccxt_binance", Set.of(AssetClass.COIN), true)));
  }

  /**
   * Has the first provider do the work that knows the class of assets and answers.
   *
   * @throws ProviderDownException if none of those that know it answers
   */
  public <T> Sourced<T> ask(AssetClass assetClass, Supplier<T> work) {
    ProviderDownException down = new ProviderDownException("of " + assetClass);
    for (Provider provider : inOrder) {
      if (provider.knows(assetClass)) {
        try {
          T value = provider.ask(work);
          return new Sourced<>(value, provider.name(), provider.successRate());
        } catch (ProviderDownException e) {
          down = e;
        }
      }
    }
    throw down;
  }

  /** Checks each of them, by name. */
  Map<String, Provider.Health> check() {
    Map<String, Provider.Health> health = new LinkedHashMap<>();
    inOrder.forEach(provider -> health.put(provider.name(), provider.check()));
    return health;
  }
}
