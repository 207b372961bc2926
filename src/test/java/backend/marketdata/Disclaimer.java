package backend.marketdata;

import backend.assets.AssetClass;

/** What every piece of market data comes with. */
public final class Disclaimer {

  private Disclaimer() {}

  /** For an asset of that class. */
  public static String of(AssetClass assetClass) {
    String risk = assetClass == AssetClass.COIN ? " Crypto assets may lose all their value." : "";
    return "For information only, no investment advice." + risk;
  }
}
