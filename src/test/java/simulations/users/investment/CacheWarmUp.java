package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.csv;

import java.util.ArrayList;
import java.util.List;
import loadgate.target.Answer;
import loadgate.target.Target;

/** Requests every cacheable path of an investor once, because the hit rate is of a warm cache. */
final class CacheWarmUp {

  private CacheWarmUp() {}

  static void run(Target target) {
    target.getAll(paths());
    Answer holdings = target.get("/api/portfolio/holdings");
    if (holdings.status() == 200) {
      target.getAll(
          holdings.json().path("data").findValuesAsText("ticker").stream()
              .map(ticker -> "/api/portfolio/holdings/" + ticker)
              .toList());
    }
  }

  private static List<String> paths() {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/api/dashboard",
                "/api/portfolio/summary",
                "/api/market/overview",
                "/api/portfolio/performance",
                "/api/analytics/correlation?tickers=AAPL,MSFT,GOOGL"));
    for (String ticker : column("core-tickers", "ticker")) {
      paths.add("/api/portfolio/holdings/" + ticker);
      paths.add("/api/analysis/" + ticker + "/ai");
      paths.add("/api/stocks/" + ticker + "/metrics");
      for (String period : column("price-periods", "period")) {
        paths.add("/api/stocks/" + ticker + "/prices?period=" + period);
      }
    }
    column("tickers", "ticker").forEach(ticker -> paths.add("/api/recommendations/" + ticker));
    column("sectors", "sector").forEach(name -> paths.add("/api/recommendations?sector=" + name));
    column("search-terms", "term").forEach(term -> paths.add("/api/search/stocks?q=" + term));
    column("ticker-prefixes", "prefix")
        .forEach(prefix -> paths.add("/api/search/autocomplete?q=" + prefix));
    return paths;
  }

  private static List<String> column(String feeder, String name) {
    return csv("feeders/" + feeder + ".csv").readRecords().stream()
        .map(row -> row.get(name).toString())
        .toList();
  }
}
