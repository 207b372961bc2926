package backend;

import backend.analysis.AnalysisFeature;
import backend.cache.AnswerCache;
import backend.cache.CacheMetricsFeature;
import backend.dashboard.DashboardFeature;
import backend.db.Database;
import backend.http.Feature;
import backend.investment.InvestmentHealthFeature;
import backend.market.Market;
import backend.market.MarketFeature;
import backend.portfolio.PortfolioFeature;
import backend.portfolio.PortfolioStore;
import backend.recommendations.RecommendationStore;
import backend.recommendations.RecommendationsFeature;
import backend.stocks.PriceHistory;
import backend.stocks.StockStore;
import backend.stocks.StockTables;
import backend.stocks.StocksFeature;
import java.util.List;

/** The features of the investment contract, which share stocks, prices and a cache. */
final class InvestmentFeatures {

  private InvestmentFeatures() {}

  static List<Feature> create(Database database, AnswerCache cache) {
    new StockTables(database).create();
    PriceHistory history = new PriceHistory(database);
    StockStore stocks = new StockStore(database, history);
    RecommendationStore recommendations = new RecommendationStore(database);
    PortfolioStore portfolios = new PortfolioStore(database, stocks, history);
    Market market = new Market(database);
    return List.of(
        new InvestmentHealthFeature(),
        new CacheMetricsFeature(cache),
        new StocksFeature(stocks, history, cache),
        new RecommendationsFeature(recommendations, cache),
        new PortfolioFeature(portfolios, cache),
        new MarketFeature(market, cache),
        new DashboardFeature(portfolios, market, recommendations, cache),
        new AnalysisFeature(database, history, cache));
  }
}
