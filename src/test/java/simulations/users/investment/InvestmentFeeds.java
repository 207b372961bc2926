package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.csv;

import io.gatling.javaapi.core.FeederBuilder;
import java.util.ArrayList;
import java.util.List;
import loadgate.target.Answer;

/** The stocks, sectors and terms that investors ask for. */
final class InvestmentFeeds {

  private InvestmentFeeds() {}

  static final String CORRELATION_PATH = "/api/analytics/correlation?tickers=AAPL,MSFT,GOOGL";

  static FeederBuilder<String> tickers() {
    return feed("tickers");
  }

  static FeederBuilder<String> coreTickers() {
    return feed("core-tickers");
  }

  static FeederBuilder<String> sectors() {
    return feed("sectors");
  }

  static FeederBuilder<String> searchTerms() {
    return feed("search-terms");
  }

  static FeederBuilder<String> tickerPrefixes() {
    return feed("ticker-prefixes");
  }

  static FeederBuilder<String> pricePeriods() {
    return feed("price-periods");
  }

  private static FeederBuilder<String> feed(String name) {
    return csv("feeders/" + name + ".csv").random();
  }

  /** Every cacheable path that an investor may ask for. */
  static List<String> everyPath() {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/api/dashboard",
                "/api/portfolio/summary",
                "/api/market/overview",
                "/api/portfolio/holdings",
                "/api/portfolio/performance",
                CORRELATION_PATH));
    for (String ticker : values("core-tickers", "ticker")) {
      paths.add("/api/portfolio/holdings/" + ticker);
      paths.add("/api/analysis/" + ticker + "/ai");
      paths.add("/api/stocks/" + ticker + "/metrics");
      for (String period : values("price-periods", "period")) {
        paths.add("/api/stocks/" + ticker + "/prices?period=" + period);
      }
    }
    values("tickers", "ticker").forEach(ticker -> paths.add("/api/recommendations/" + ticker));
    values("sectors", "sector").forEach(name -> paths.add("/api/recommendations?sector=" + name));
    values("search-terms", "term").forEach(term -> paths.add("/api/search/stocks?q=" + term));
    values("ticker-prefixes", "prefix")
        .forEach(prefix -> paths.add("/api/search/autocomplete?q=" + prefix));
    return paths;
  }

  /** The paths of all holdings in a list of them, which users may come upon. */
  static List<String> holdingPaths(Answer holdings) {
    return holdings.status() == 200
        ? holdings.json().path("data").findValuesAsText("ticker").stream()
            .map(ticker -> "/api/portfolio/holdings/" + ticker)
            .toList()
        : List.of();
  }

  private static List<String> values(String name, String column) {
    return csv("feeders/" + name + ".csv").readRecords().stream()
        .map(row -> row.get(column).toString())
        .toList();
  }
}
