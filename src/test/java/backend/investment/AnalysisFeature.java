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

/** Analyses stocks: comprehensively and cached, or as a request asks. */
final class AnalysisFeature implements Feature {

  private static final List<String> TYPES =
      List.of("technical", "fundamental", "sentiment", "comprehensive", "quick");
  private static final List<String> PERIODS = List.of("1D", "1W", "1M", "3M", "6M", "1Y", "5Y");

  /** Days that the model is fitted to; a line through fewer would mostly follow noise. */
  private static final int FITTED = 63;

  private final Database database;
  private final PriceHistory history;
  private final Answers answers;

  AnalysisFeature(Database database, PriceHistory history, Answers answers) {
    this.database = database;
    this.history = history;
    this.answers = answers;
  }

  private record Request(String symbol, String type, boolean predictions, boolean sentiment) {}

  private record Evidence(Map<String, Object> stock, double... closes) {}

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/analysis/{ticker}/ai", this::comprehensive);
    routes.post("/api/analysis/analyze", this::analyze);
  }

  private void comprehensive(Context ctx) {
    Request request = new Request(ctx.pathParam("ticker"), "comprehensive", true, true);
    ctx.json(
        Envelope.of(
            answers
                .cache()
                .get(ctx, ctx.path(), Duration.ofMinutes(5), () -> analysis(ctx, request))));
  }

  private void analyze(Context ctx) {
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

  /** There is no news about generated stocks, so sentiment follows the price. */
  private Map<String, Object> analysis(Context ctx, Request request) {
    Evidence evidence = answers.work().db(ctx, () -> evidence(request.symbol()));
    double trend = (double) evidence.stock().get("quarter_return");
    Prediction prediction =
        request.predictions()
            ? answers.work().ml(ctx, () -> Prediction.of(evidence.closes()))
            : null;
    Map<String, Object> analysis = new LinkedHashMap<>();
    analysis.put("symbol", request.symbol());
    analysis.put("analysis_type", request.type());
    analysis.put("overall_score", 100 * score(evidence.stock()));
    analysis.put("technical", Map.of("trend", trend > 0 ? "upward" : "downward"));
    analysis.put("sentiment", request.sentiment() ? Math.tanh(3 * trend) : null);
    analysis.put("ml_predictions", prediction);
    return analysis;
  }

  private Evidence evidence(String symbol) {
    List<Map<String, Object>> prices = history.prices(symbol, FITTED);
    return new Evidence(
        StockTable.find(database, symbol),
        prices.stream().mapToDouble(day -> (double) day.get("close")).toArray());
  }

  /** Mean of price momentum and cheapness of the earnings, 0..1. */
  static double score(Map<String, Object> stock) {
    double momentum = 0.5 + 0.5 * Math.tanh(2 * (double) stock.get("quarter_return"));
    double cheapness = 15 / (15 + (double) stock.get("pe_ratio"));
    return (momentum + cheapness) / 2;
  }
}
