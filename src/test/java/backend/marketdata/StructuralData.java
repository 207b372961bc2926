package backend.marketdata;

import backend.assets.Asset;
import backend.assets.Fundamentals;
import backend.assets.History;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The lasting figures of an asset.
 *
 * @param marketCap null for what is not counted in units
 * @param peRatio null for what has no earnings
 */
public record StructuralData(
    Double marketCap,
    Double peRatio,
    double beta,
    double avgVolume,
    @JsonProperty("week_52_high") double yearHigh,
    @JsonProperty("week_52_low") double yearLow,
    String sector,
    String industry) {

  private static final int MONTH = 21;
  private static final int YEAR = 252;

  /** {@code fundamentals} are empty for what has none. */
  public static StructuralData of(
      Asset asset, History history, Optional<Fundamentals> fundamentals, History market) {
    return new StructuralData(
        asset.units() == 0 ? null : asset.marketCap(),
        fundamentals.map(Fundamentals::peRatio).orElse(null),
        history.closes().beta(market.closes()),
        history.averageVolume(MONTH),
        history.high(YEAR),
        history.low(YEAR),
        asset.sector(),
        asset.industry());
  }
}
