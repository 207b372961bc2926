package backend.assets;

import java.time.Duration;

/** What kind of thing is traded; it decides who knows its price and how long a price is good. */
public enum AssetClass {
  EQUITY(Duration.ofSeconds(300)),
  CURRENCY_PAIR(Duration.ofSeconds(60)),
  COIN(Duration.ofSeconds(30)),
  INDEX(Duration.ofSeconds(300));

  private final Duration priceLifetime;

  AssetClass(Duration priceLifetime) {
    this.priceLifetime = priceLifetime;
  }

  /** How long a price is good in a cache. */
  public Duration priceLifetime() {
    return priceLifetime;
  }

  /** The word of the API, which takes everything but coins the way of stocks. */
  public String word() {
    return this == COIN ? "crypto" : "stock";
  }
}
