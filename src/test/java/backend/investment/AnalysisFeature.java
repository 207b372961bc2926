package backend.investment;

import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Analyses stocks: a comprehensive analysis kept for a while, and one made to measure. */
final class AnalysisFeature implements Feature {

  private static final List<String> TYPES =
      List.of("technical", "fundamental", "sentiment", "comprehensive", "quick");
  private static final List<String> PERIODS = List.of("1D", "1W", "1M", "3M", "6M", "1Y", "5Y");

  /** Days that the model sees: a line through fewer prices would be one through noise. */
  private static final int FITTED = 63;

  private final Database database;
  private final PriceHistory history;
  private final Answers answers;

  AnalysisFeature(Database database, PriceHistory history, Answers answers) {
    this.database = database;
    this.history = history;
    this.answers = answers;
  }

  private record Request(String symbol, String type, boolean predictions, boolean sentiment) {

    boolean covers(String block) {
      return type.equals(block) || type.equals("comprehensive");
    }
  }

  private record Evidence(Map<String, Object> stock, double... closes) {}

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/analysis/{ticker}/ai", this::comprehensive);
    routes.post("/api/analysis/analyze", this::madeToMeasure);
  }

  private void comprehensive(Context ctx) {
    Request request = new Request(ctx.pathParam("ticker"), "comprehensive", true, true);
    ctx.json(
        Envelope.of(
            answers
                .cache()
                .get(ctx, ctx.path(), Duration.ofMinutes(5), () -> analysis(ctx, request))));
  }

  private void madeToMeasure(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    Request request =
        new Request(
            body.text("symbol", 1, 10),
            body.choice("analysis_type", "comprehensive", TYPES),
            body.flag("include_ml_predictions", true),
            body.flag("include_news_sentiment", true));
    body.choice("period", "1M", PERIODS);
    body.throwIfInvalid();
    ctx.json(Envelope.of(analysis(ctx, request)));
  }

  /** Blocks that were not asked for are null. */
  private Map<String, Object> analysis(Context ctx, Request request) {
    Evidence evidence = answers.work().db(ctx, () -> evidence(request.symbol()));
    Map<String, Object> stock = evidence.stock();
    Map<String, Object> analysis = new LinkedHashMap<>();
    analysis.put("symbol", request.symbol());
    analysis.put("analysis_type", request.type());
    analysis.put("overall_score", 100 * score(stock));
    analysis.put("technical", request.covers("technical") ? technical(stock) : null);
    analysis.put("fundamental", request.covers("fundamental") ? fundamental(stock) : null);
    boolean sentiment = request.sentiment() && request.covers("sentiment");
    analysis.put("sentiment", sentiment ? sentiment(stock) : null);
    analysis.put(
        "ml_predictions",
        request.predictions()
            ? answers.work().ml(ctx, () -> Prediction.of(evidence.closes()))
            : null);
    return analysis;
  }

  private Evidence evidence(String symbol) {
    List<Map<String, Object>> prices = history.prices(symbol, FITTED);
    return new Evidence(
        StockTable.find(database, symbol),
        prices.stream().mapToDouble(day -> (double) day.get("close")).toArray());
  }

  private static Map<String, Object> technical(Map<String, Object> stock) {
    String trend = (double) stock.get("quarter_return") > 0 ? "upward" : "downward";
    return Map.of("trend", trend, "volatility", stock.get("volatility"));
  }

  private static Map<String, Object> fundamental(Map<String, Object> stock) {
    return Map.of("pe_ratio", stock.get("pe_ratio"), "profit_margin", stock.get("profit_margin"));
  }

  /** Nobody writes about generated stocks, so sentiment follows their prices, -1..1. */
  private static Map<String, Object> sentiment(Map<String, Object> stock) {
    return Map.of("overall_sentiment", Math.tanh(3 * (double) stock.get("quarter_return")));
  }

  /** The mean of the way the price goes and of how cheap the earnings are, 0..1. */
  static double score(Map<String, Object> stock) {
    double momentum = 0.5 + 0.5 * Math.tanh(2 * (double) stock.get("quarter_return"));
    double cheapness = 15 / (15 + (double) stock.get("pe_ratio"));
    return (momentum + cheapness) / 2;
  }
}
