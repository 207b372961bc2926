package backend.assets;

import java.util.SplittableRandom;

/**
 * What a company earns and owes; the same figures for the same company every time.
 *
 * @param eps earnings per share
 * @param roe return on equity, as a share
 * @param debt per unit of equity
 * @param revenue of a year
 * @param growth of the revenue within a year, as a share
 */
public record Fundamentals(
    double peRatio, double eps, double roe, double debt, double revenue, double growth) {

  /** Of an equity; nothing else has earnings. */
  public static Fundamentals of(Asset asset) {
    if (asset.assetClass() != AssetClass.EQUITY) {
      throw new IllegalArgumentException(asset.symbol() + " has no earnings");
    }
    SplittableRandom random = new SplittableRandom(3L * asset.symbol().hashCode());
    double peRatio = random.nextDouble(12, 45);
    return new Fundamentals(
        peRatio,
        asset.lastPrice() / peRatio,
        random.nextDouble(0.05, 0.6),
        random.nextDouble(0, 2),
        asset.marketCap() * random.nextDouble(0.05, 0.3),
        random.nextDouble(-0.05, 0.4));
  }
}
