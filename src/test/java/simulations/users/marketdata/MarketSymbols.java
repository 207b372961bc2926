package simulations.users.marketdata;

import loadgate.settings.Options;

/**
 * The symbols that users of market data ask for.
 *
 * @param withPairs whether currency pairs are among them; some targets have no prices of these
 */
record MarketSymbols(boolean withPairs) {

  static final MarketSymbols ALL = new MarketSymbols(true);

  private static final String PAIRS_OPTION = "currency-pairs";

  /** What the settings leave of them: {@code currency-pairs = off} takes those away. */
  static MarketSymbols told(Options options) {
    return new MarketSymbols(options.only(PAIRS_OPTION).flag(PAIRS_OPTION, ALL.withPairs));
  }

  SymbolPool any() {
    SymbolPool others = equities().and(coins());
    return withPairs ? others.and(pairs()) : others;
  }

  /** How many symbols nobody asks for. */
  int leftOut() {
    return withPairs ? 0 : pairs().rows().size();
  }

  private static SymbolPool pairs() {
    return SymbolPool.of("currency-pairs");
  }

  static SymbolPool equities() {
    return SymbolPool.of("equities");
  }

  static SymbolPool coins() {
    return SymbolPool.ofCoins("coins");
  }

  /** Those that are written about. */
  static SymbolPool analysed() {
    return analysedEquities().and(SymbolPool.ofCoins("analysed-coins"));
  }

  static SymbolPool analysedEquities() {
    return SymbolPool.of("analysed-equities");
  }

  /** So often asked for that every cache has them. */
  static SymbolPool popular() {
    return SymbolPool.of("popular-equities");
  }
}
