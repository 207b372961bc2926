package backend;

import backend.jobs.Jobs;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import backend.lookups.CacheStatisticsFeature;
import backend.lookups.TwoLevelCache;
import backend.marketdata.MarketData;
import backend.marketdata.MarketDataFeature;
import backend.providers.Providers;
import backend.providers.ProvidersFeature;
import backend.queries.Queries;
import backend.queries.QueriesFeature;
import backend.tools.ToolsFeature;
import java.util.List;

/** The features of the market-data contract, which share providers, a cache and workers. */
final class FimlFeatures {

  private FimlFeatures() {}

  static List<Feature> create(Faults faults) {
    Providers providers = Providers.start(faults.works(Part.PROVIDERS));
    TwoLevelCache cache = new TwoLevelCache(faults.works(Part.CACHE));
    MarketData data = new MarketData(providers, cache);
    Jobs jobs = Jobs.start(faults.works(Part.WORKERS), faults.workDelay());
    Queries queries = new Queries(data, jobs);
    return List.of(
        new MarketDataFeature(data),
        new ProvidersFeature(providers),
        new CacheStatisticsFeature(cache),
        new QueriesFeature(queries, jobs),
        new ToolsFeature(data, queries, jobs));
  }
}
