package backend.tools;

import backend.assets.Asset;
import backend.assets.AssetClass;
import backend.assets.Assets;
import backend.marketdata.Depth;
import backend.marketdata.Disclaimer;
import backend.marketdata.Narrative;
import backend.marketdata.Price;
import backend.marketdata.StructuralData;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out about anything with a symbol. */
final class SymbolSearch implements Tool {

  private static final List<String> MARKETS =
      List.of("US", "UK", "EU", "JP", "CN", "HK", "CRYPTO", "GLOBAL");

  private final Research research;

  SymbolSearch(Research research) {
    this.research = research;
  }

  private record Result(
      String symbol,
      String name,
      String exchange,
      String market,
      String currency,
      Price cached,
      StructuralData structuralData,
      Research.Announcement task,
      String disclaimer,
      Research.Lineage dataLineage,
      Narrative narrative) {}

  @Override
  public String name() {
    return "search-by-symbol";
  }

  @Override
  public String description() {
    return "Price, structure and narrative of a stock or of anything else with a symbol";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required("symbol", Parameter.Type.TEXT),
        Parameter.oneOf("market", MARKETS, "US"),
        Parameter.oneOf("depth", Depth.words(), "standard"),
        Parameter.optional("language", Parameter.Type.TEXT, "en"),
        Parameter.optional("sessionId", Parameter.Type.TEXT, null));
  }

  @Override
  public Object call(Arguments arguments) {
    String symbol = arguments.text("symbol").strip().toUpperCase(Locale.ROOT);
    Research.Findings findings = research.find(symbol, Depth.of(arguments.text("depth")));
    Optional<Asset> asset = Assets.find(symbol);
    return new Result(
        symbol,
        asset.map(Asset::name).orElse(symbol),
        asset.map(Asset::exchange).orElse("UNKNOWN"),
        arguments.text("market"),
        asset.map(Asset::currency).orElse("USD"),
        findings.cached(),
        findings.structuralData(),
        research.announce("analysis", "equity_analysis", symbol),
        Disclaimer.of(asset.map(Asset::assetClass).orElse(AssetClass.EQUITY)),
        findings.lineage(),
        findings.narrative());
  }
}
