package backend.assets;

/**
 * Something that is traded.
 *
 * @param lastPrice the price that its generated year ends at, in {@code currency}
 * @param units shares or coins there are; 0 for what is not counted in units
 */
public record Asset(
    String symbol,
    String name,
    AssetClass assetClass,
    String exchange,
    String currency,
    String sector,
    String industry,
    double lastPrice,
    long units) {

  /** The value of all units; 0 for what is not counted in units. */
  public double marketCap() {
    return lastPrice * units;
  }
}
