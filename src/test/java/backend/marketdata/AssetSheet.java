package backend.marketdata;

import backend.assets.Asset;
import backend.assets.AssetClass;
import backend.assets.Fundamentals;
import backend.assets.History;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything about a symbol on one sheet.
 *
 * @param narrative null when nothing is known
 * @param isFallback whether nothing is known, so that the sheet is all but empty
 */
record AssetSheet(
    String symbol,
    String name,
    String assetType,
    PriceBlock price,
    VolumeBlock volume,
    FundamentalBlock fundamentals,
    Narrative narrative,
    List<String> keyInsights,
    List<String> riskFactors,
    String disclaimer,
    String dataSource,
    Instant timestamp,
    boolean isFallback) {

  private static final int MONTH = 21;

  record PriceBlock(double current, double change, double changePercent, String explanation) {}

  record VolumeBlock(double current, double average, String interpretation) {}

  record FundamentalBlock(
      Double peRatio,
      Double marketCap,
      Double beta,
      String sector,
      String industry,
      String explanation) {}

  static AssetSheet of(Asset asset, MarketData data) {
    Price price = data.price(asset.symbol());
    History history = data.history(asset).value();
    Optional<Fundamentals> fundamentals = data.fundamentals(asset).map(sourced -> sourced.value());
    Narrative narrative = data.narrative(asset, Depth.STANDARD);
    return new AssetSheet(
        asset.symbol(),
        asset.name(),
        asset.assetClass().word(),
        new PriceBlock(price.price(), price.change(), price.changePercent(), explanation(price)),
        volume(history),
        fundamentals(StructuralData.of(asset, history, fundamentals, data.market())),
        narrative,
        narrative.keyInsights(),
        narrative.riskFactors(),
        Disclaimer.of(asset.assetClass()),
        price.source(),
        Instant.now(),
        !price.present());
  }

  /** Of a symbol about which nothing can be found out. */
  static AssetSheet fallback(String symbol) {
    return new AssetSheet(
        symbol,
        symbol,
        AssetClass.EQUITY.word(),
        new PriceBlock(0, 0, 0, "there is no price"),
        new VolumeBlock(0, 0, "there is no volume"),
        new FundamentalBlock(null, null, null, null, null, "there are no figures"),
        null,
        List.of(),
        List.of(),
        Disclaimer.of(AssetClass.EQUITY),
        "none",
        Instant.now(),
        true);
  }

  private static String explanation(Price price) {
    String direction = price.change() < 0 ? "fell" : "rose";
    return String.format(
        Locale.ROOT, "it %s by %.2f %% on the day", direction, Math.abs(price.changePercent()));
  }

  private static VolumeBlock volume(History history) {
    double current = history.lastDay().volume();
    double average = history.averageVolume(MONTH);
    return new VolumeBlock(
        current, average, current > average ? "more than usual" : "no more than usual");
  }

  private static FundamentalBlock fundamentals(StructuralData data) {
    return new FundamentalBlock(
        data.peRatio(),
        data.marketCap(),
        data.beta(),
        data.sector(),
        data.industry(),
        String.format(
            Locale.ROOT, "it moves %.1f times as much as the market", Math.abs(data.beta())));
  }
}
