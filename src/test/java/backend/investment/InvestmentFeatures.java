package backend.investment;

import backend.kit.Cache;
import backend.kit.Database;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import backend.kit.TimedWork;
import backend.kit.WorkQueue;
import java.util.List;

/** Composes the investment platform, whose features share stocks, prices and one cache. */
public final class InvestmentFeatures {

  private static final int MOST_CACHED = 10_000;

  private InvestmentFeatures() {}

  /** Creates and fills the tables, and makes the features that read them. */
  public static List<Feature> create(Database database, Faults faults) {
    Cache cache = new Cache(faults.works(Part.CACHE), faults.works(Part.CACHE_HEADER), MOST_CACHED);
    Answers answers = new Answers(cache, new TimedWork(faults.workDelay()));
    StockTable.create(database);
    PriceHistory history = new PriceHistory(database);
    RecommendationsFeature recommendations = new RecommendationsFeature(database, answers);
    WorkQueue queue =
        new WorkQueue("pipeline", faults.works(Part.WORKERS) ? 1 : 0, faults.workDelay());
    return List.of(
        new StatusFeature(cache),
        new OverviewFeature(database, history, recommendations, answers),
        recommendations,
        new StocksFeature(database, history, answers),
        new AnalysisFeature(database, history, answers),
        new PipelineFeature(database, recommendations, queue));
  }
}
