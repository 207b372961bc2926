package backend.analysis;

import backend.investment.Envelope;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.TimedWork;
import backend.stocks.PriceHistory;
import backend.stocks.TradingYear;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;

/** Analyses stocks: a comprehensive one kept for a while, and one made to measure. */
public final class AnalysisFeature implements Feature {

  private static final String MARKET = "SPY";

  private final Database database;
  private final PriceHistory history;
  private final CachedAnswers<Analysis> analyses;
  private final TimedWork work;

  public AnalysisFeature(
      Database database, PriceHistory history, AnswerCache cache, TimedWork work) {
    this.database = database;
    this.history = history;
    this.analyses = cache.answers(Duration.ofMinutes(5));
    this.work = work;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/analysis/{ticker}/ai", this::comprehensive);
    routes.post("/api/analysis/analyze", this::madeToMeasure);
  }

  private void comprehensive(Context ctx) {
    AnalysisRequest request = AnalysisRequest.comprehensive(ctx.pathParam("ticker"));
    ctx.json(Envelope.of(analyses.getTimed(ctx, request.symbol(), () -> analysis(ctx, request))));
  }

  private void madeToMeasure(Context ctx) {
    AnalysisRequest request = AnalysisRequest.read(JsonFields.of(ctx));
    ctx.json(Envelope.of(analysis(ctx, request)));
  }

  private Analysis analysis(Context ctx, AnalysisRequest request) {
    Analyst.Evidence evidence = work.db(ctx, () -> evidence(request.symbol()));
    PredictionBlock prediction =
        request.withPredictions() ? work.ml(ctx, () -> Analyst.predict(evidence, request)) : null;
    return Analyst.analyse(evidence, request, prediction);
  }

  private Analyst.Evidence evidence(String symbol) {
    return new Analyst.Evidence(
        Figures.load(database, symbol),
        history.closes(symbol, TradingYear.DAYS),
        history.closes(MARKET, TradingYear.DAYS));
  }
}
