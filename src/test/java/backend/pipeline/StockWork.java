package backend.pipeline;

import backend.analysis.PredictionBlock;
import backend.market.Market;
import backend.stocks.Period;
import backend.stocks.PriceHistory;
import backend.stocks.Quote;
import backend.stocks.QuoteStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A run through the largest stocks. */
public final class StockWork implements Work {

  /** Price per yearly earnings at which a stock is neither cheap nor dear. */
  private static final double FAIR_PE = 15;

  private final Sources sources;
  private final int stocks;
  private final Map<String, Quote> quotes = new HashMap<>();
  private final Map<String, Double> scores = new HashMap<>();
  private final Map<String, PredictionBlock> predictions = new HashMap<>();
  private List<String> symbols = List.of();

  /**
   * What all runs work with.
   *
   * @param prepare computes recommendations of stocks before anybody asks for them
   */
  public record Sources(
      Market market,
      QuoteStore quotes,
      PriceHistory history,
      ResultStore results,
      Consumer<List<String>> prepare) {}

  /**
   * @param stocks how many to go through, at most as many as there are
   */
  public StockWork(Sources sources, int stocks) {
    this.sources = sources;
    this.stocks = stocks;
  }

  @Override
  public int perform(Stage stage, int from, int to) {
    if (symbols.isEmpty()) {
      symbols = sources.market().largest(stocks);
    }
    List<String> bit = symbols.subList(from, to);
    switch (stage) {
      case FETCH -> quotes.putAll(sources.quotes().quotes(bit));
      case RECOMMEND -> forEach(bit, quotes, quote -> scores.put(quote.symbol(), score(quote)));
      case ML -> forEach(bit, quotes, quote -> predictions.put(quote.symbol(), predict(quote)));
      case DB -> sources.results().save(results(bit));
      case CACHE -> sources.prepare().accept(bit);
    }
    return (int) bit.stream().filter(symbol -> !known(stage).containsKey(symbol)).count();
  }

  /** What the stage, or the last one before it that leaves something behind, has found out. */
  private Map<String, ?> known(Stage stage) {
    return switch (stage) {
      case FETCH -> quotes;
      case RECOMMEND -> scores;
      case ML, DB, CACHE -> predictions;
    };
  }

  private static <T> void forEach(List<String> symbols, Map<String, T> found, Consumer<T> use) {
    symbols.stream().filter(found::containsKey).map(found::get).forEach(use);
  }

  /** The mean of how high a stock stands in its year and how cheap its earnings are, 0..1. */
  static double score(Quote quote) {
    double low = quote.fiftyTwoWeekLow();
    double high = quote.fiftyTwoWeekHigh();
    double momentum = high > low ? (quote.price() - low) / (high - low) : 0.5;
    double cheapness = FAIR_PE / (FAIR_PE + quote.peRatio());
    return (momentum + cheapness) / 2;
  }

  private PredictionBlock predict(Quote quote) {
    return PredictionBlock.of(
        sources.history().drawnCloses(quote.symbol(), quote.price(), Period.THREE_MONTHS.days()));
  }

  private List<ResultStore.Result> results(List<String> bit) {
    Function<String, ResultStore.Result> result =
        symbol -> {
          PredictionBlock prediction = predictions.get(symbol);
          return new ResultStore.Result(
              symbol,
              scores.get(symbol),
              quotes.get(symbol).price(),
              prediction.pricePrediction30d(),
              prediction.confidenceScore());
        };
    return bit.stream().filter(predictions::containsKey).map(result).toList();
  }
}
