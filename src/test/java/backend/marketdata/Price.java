package backend.marketdata;

import backend.marketdata.Providers.Sourced;
import java.time.Instant;

/**
 * A current price.
 *
 * @param price above 0; 0 when there is none
 * @param source the provider, or why there is no price: unknown or error
 */
record Price(double price, double changePercent, Instant lastUpdated, String source) {

  static Price of(Sourced<History> year) {
    return new Price(
        year.value().last().close(), 100 * year.value().change(1), Instant.now(), year.provider());
  }

  static Price none(String source) {
    return new Price(0, 0, Instant.now(), source);
  }

  boolean present() {
    return price > 0;
  }
}
