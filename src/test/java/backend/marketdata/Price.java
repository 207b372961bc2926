package backend.marketdata;

import backend.marketdata.Providers.Sourced;

/**
 * A current price.
 *
 * @param price above 0; 0 when there is none
 * @param source the provider, or why there is no price: unknown or error
 */
record Price(double price, String source) {

  static Price of(Sourced<DailyCandles> year) {
    return new Price(year.value().last().close(), year.provider());
  }

  static Price none(String source) {
    return new Price(0, source);
  }

  boolean present() {
    return price > 0;
  }
}
