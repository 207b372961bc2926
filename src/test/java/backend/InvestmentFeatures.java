package backend;

import backend.analysis.AnalysisFeature;
import backend.dashboard.DashboardFeature;
import backend.investment.CacheMetricsFeature;
import backend.investment.InvestmentHealthFeature;
import backend.kit.AnswerCache;
import backend.kit.Database;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import backend.kit.TimedWork;
import backend.market.Market;
import backend.market.MarketFeature;
import backend.pipeline.Pipeline;
import backend.pipeline.PipelineFeature;
import backend.pipeline.ResultStore;
import backend.pipeline.StockWork;
import backend.portfolio.PortfolioFeature;
import backend.portfolio.PortfolioStore;
import backend.recommendations.RecommendationStore;
import backend.recommendations.RecommendationsFeature;
import backend.stocks.PriceHistory;
import backend.stocks.QuoteStore;
import backend.stocks.QuotesFeature;
import backend.stocks.StockListFeature;
import backend.stocks.StockStore;
import backend.stocks.StockTables;
import backend.stocks.StocksFeature;
import java.util.List;

/** The features of the investment contract, which share stocks, prices and a cache. */
final class InvestmentFeatures {

  private InvestmentFeatures() {}

  static List<Feature> create(Database database, Faults faults) {
    TimedWork work = new TimedWork(faults.workDelay());
    AnswerCache cache =
        new AnswerCache(faults.works(Part.CACHE), faults.works(Part.CACHE_HEADER), work);
    new StockTables(database).create();
    PriceHistory history = new PriceHistory(database);
    StockStore stocks = new StockStore(database);
    QuoteStore quotes = new QuoteStore(database);
    RecommendationStore recommendations = new RecommendationStore(database);
    PortfolioStore portfolios = new PortfolioStore(database, quotes, history);
    Market market = new Market(database);
    RecommendationsFeature advice = new RecommendationsFeature(recommendations, cache);
    StockWork.Sources sources =
        new StockWork.Sources(market, quotes, history, new ResultStore(database), advice::prepare);
    return List.of(
        new InvestmentHealthFeature(),
        new CacheMetricsFeature(cache),
        new StocksFeature(stocks, history, cache),
        new StockListFeature(stocks, cache),
        new QuotesFeature(quotes, cache, work),
        advice,
        new PortfolioFeature(portfolios, cache),
        new MarketFeature(market, cache),
        new DashboardFeature(portfolios, market, recommendations, cache),
        new AnalysisFeature(database, history, cache, work),
        new PipelineFeature(
            new Pipeline(
                count -> new StockWork(sources, count),
                faults.workDelay(),
                faults.works(Part.WORKERS))));
  }
}
