package backend.marketdata;

import backend.marketdata.Providers.Sourced;
import java.time.Instant;

/**
 * A current price.
 *
 * @param price above 0; 0 when there is none
 * @param source the provider, or why there is no price: unknown or error
 * @param ttl how long the price may be cached, in seconds
 */
record Price(double price, double changePercent, Instant lastUpdated, String source, long ttl) {

  static Price of(Asset asset, Sourced<History> year) {
    return new Price(
        year.value().last().close(),
        100 * year.value().change(1),
        Instant.now(),
        year.provider(),
        asset.type().priceLifetime.toSeconds());
  }

  static Price none(String source) {
    return new Price(0, 0, Instant.now(), source, 0);
  }

  boolean present() {
    return price > 0;
  }
}
