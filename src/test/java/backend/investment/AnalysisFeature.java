package backend.investment;

import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.ServerTiming;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
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

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/analysis/{ticker}/ai", this::comprehensive);
    routes.post("/api/analysis/analyze", this::analyze);
  }

  private void comprehensive(Context ctx) {
    Duration lifetime = Duration.ofMinutes(5);
    String symbol = ctx.pathParam("ticker");
    ctx.json(
        Envelope.of(answers.cache().get(ctx, ctx.path(), lifetime, () -> analysis(ctx, symbol))));
  }

  /** Type and period are validated only: every analysis has all that there is. */
  private void analyze(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String symbol = body.text("symbol", 1, 10);
    body.choice("analysis_type", "comprehensive", TYPES);
    body.choice("period", "1M", PERIODS);
    body.throwIfInvalid();
    ctx.json(Envelope.of(analysis(ctx, symbol)));
  }

  private Map<String, Object> analysis(Context ctx, String symbol) {
    Evidence evidence = answers.timed(ServerTiming.DB, ctx, () -> evidence(symbol));
    Prediction prediction =
        answers.timed(ServerTiming.ML, ctx, () -> Prediction.of(evidence.closes()));
    double score = 100 * score(evidence.stock());
    return Map.of("symbol", symbol, "overall_score", score, "ml_predictions", prediction);
  }

  private record Evidence(Map<String, Object> stock, double... closes) {}

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
