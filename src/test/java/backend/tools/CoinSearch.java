package backend.tools;

import backend.assets.Asset;
import backend.assets.AssetClass;
import backend.assets.Assets;
import backend.assets.Day;
import backend.assets.History;
import backend.marketdata.Depth;
import backend.marketdata.Disclaimer;
import backend.marketdata.MarketData;
import backend.marketdata.Narrative;
import backend.marketdata.Price;
import backend.providers.ProviderDownException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out about a coin. */
final class CoinSearch implements Tool {

  private static final int YEAR = 252;

  private final Research research;
  private final MarketData data;

  CoinSearch(Research research, MarketData data) {
    this.research = research;
    this.data = data;
  }

  /**
   * What only coins have.
   *
   * @param dominance share of all coins' value, in percent
   * @param allTimeHigh the highest price of the known year
   */
  private record CoinMetrics(
      double dominance,
      @JsonProperty("ath") double allTimeHigh,
      @JsonProperty("athDate") LocalDate allTimeHighDate,
      @JsonProperty("volume24h") double volume,
      @JsonProperty("high_24h") double high,
      @JsonProperty("low_24h") double low) {

    static CoinMetrics of(Asset coin, History history) {
      double all = Assets.of(AssetClass.COIN).stream().mapToDouble(Asset::marketCap).sum();
      Day highest =
          history.latest(YEAR).stream().max(Comparator.comparingDouble(Day::high)).orElseThrow();
      Day last = history.lastDay();
      return new CoinMetrics(
          100 * coin.marketCap() / all,
          highest.high(),
          highest.date(),
          last.volume(),
          last.high(),
          last.low());
    }
  }

  private record Result(
      String symbol,
      String name,
      String pair,
      String exchange,
      Price cached,
      CoinMetrics cryptoMetrics,
      Research.Announcement task,
      String disclaimer,
      Research.Lineage dataLineage,
      Narrative narrative) {}

  @Override
  public String name() {
    return "search-by-coin";
  }

  @Override
  public String description() {
    return "Price, metrics and narrative of a coin";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required("symbol", Parameter.Type.TEXT),
        Parameter.optional("exchange", Parameter.Type.TEXT, "binance"),
        Parameter.optional("pair", Parameter.Type.TEXT, "USDT"),
        Parameter.oneOf("depth", Depth.words(), "standard"),
        Parameter.optional("language", Parameter.Type.TEXT, "en"),
        Parameter.optional("sessionId", Parameter.Type.TEXT, null));
  }

  @Override
  public Object call(Arguments arguments) {
    String symbol = arguments.text("symbol").strip().toUpperCase(Locale.ROOT);
    Research.Findings findings = research.find(symbol, Depth.of(arguments.text("depth")));
    Optional<Asset> coin =
        Assets.find(symbol).filter(asset -> asset.assetClass() == AssetClass.COIN);
    return new Result(
        symbol,
        coin.map(Asset::name).orElse(symbol),
        symbol + "/" + arguments.text("pair").toUpperCase(Locale.ROOT),
        arguments.text("exchange"),
        findings.cached(),
        coin.flatMap(this::metrics).orElse(null),
        research.announce("crypto", "crypto_analysis", symbol),
        Disclaimer.of(AssetClass.COIN),
        findings.lineage(),
        findings.narrative());
  }

  private Optional<CoinMetrics> metrics(Asset coin) {
    try {
      return Optional.of(CoinMetrics.of(coin, data.history(coin).value()));
    } catch (ProviderDownException e) {
      return Optional.empty();
    }
  }
}
