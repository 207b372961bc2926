package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static simulations.users.investment.EnvelopeChecks.array;
import static simulations.users.investment.Recorded.cached;
import static simulations.users.investment.Recorded.cachedIfFound;
import static simulations.users.investment.Recorded.inferred;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import loadgate.JsonBody;
import loadgate.metrics.Metric;

/** The requests of an investor, each named after its path, with what its answer must hold. */
final class InvestorRequests {

  private static final String RECOMMENDATION = "/api/recommendations/{ticker}";
  private static final String AI_ANALYSIS = "/api/analysis/{ticker}/ai";
  private static final String AUTOCOMPLETE = "/api/search/autocomplete";
  private static final String STOCK_METRICS = "/api/stocks/{ticker}/metrics";
  private static final String STOCK_PRICES = "/api/stocks/{ticker}/prices";
  private static final String CORRELATION = "/api/analytics/correlation";

  static final List<Metric> METRICS =
      Stream.concat(
              Recorded.METRICS.stream(),
              Stream.of(
                      RECOMMENDATION,
                      AI_ANALYSIS,
                      AUTOCOMPLETE,
                      STOCK_METRICS,
                      STOCK_PRICES,
                      CORRELATION)
                  .map(Recorded::notFound))
          .toList();

  private InvestorRequests() {}

  static ChainBuilder dashboard() {
    return cached(
        http("/api/dashboard")
            .get("/api/dashboard")
            .check(
                jsonPath("$.data.portfolio_summary").exists(),
                jsonPath("$.data.market_overview").exists()));
  }

  static ChainBuilder portfolioSummary() {
    return cached(
        http("/api/portfolio/summary")
            .get("/api/portfolio/summary")
            .check(jsonPath("$.data[0].id").exists(), jsonPath("$.data[0].total_value").exists()));
  }

  static ChainBuilder marketOverview() {
    return cached(
        http("/api/market/overview")
            .get("/api/market/overview")
            .check(jsonPath("$.data.indices[0]").exists()));
  }

  /** Remembers one of the holdings, to look at it later. */
  static ChainBuilder holdings() {
    return cached(
        http("/api/portfolio/holdings")
            .get("/api/portfolio/holdings")
            .check(
                array("data"),
                jsonPath("$.data[*].ticker").findRandom().optional().saveAs("heldTicker")));
  }

  static ChainBuilder holding() {
    return feed(random("core-tickers"))
        .exec(s -> s.contains("heldTicker") ? s.set("ticker", s.getString("heldTicker")) : s)
        .exec(
            cached(
                http("/api/portfolio/holdings/{ticker}")
                    .get("/api/portfolio/holdings/#{ticker}")
                    .check(jsonPath("$.data.ticker").isEL("#{ticker}"))));
  }

  static ChainBuilder performance() {
    return cached(
        http("/api/portfolio/performance")
            .get("/api/portfolio/performance")
            .check(jsonPath("$.data.data_points[0]").exists()));
  }

  static ChainBuilder recommendations() {
    return feed(random("sectors"))
        .exec(InvestorRequests::drawFilter)
        .exec(
            cached(
                http("/api/recommendations")
                    .get("/api/recommendations")
                    .queryParam("limit", "#{limit}")
                    .queryParam("sector", "#{sector}")
                    .queryParam("min_score", "#{minScore}")
                    .check(
                        array("data"),
                        jmesPath("length(data)").ofInt().lteEL("#{limit}"),
                        none("data[?!(confidence_score >= `#{minScore}`)]"),
                        none("data[?'#{sector}' != 'All' && sector != '#{sector}']"))));
  }

  private static Session drawFilter(Session session) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return session
        .set("limit", random.nextInt(5, 21))
        .set("minScore", String.format(Locale.ROOT, "0.%d", random.nextInt(50, 81)));
  }

  static ChainBuilder recommendation() {
    return feed(random("tickers"))
        .exec(cachedIfFound(RECOMMENDATION, "/api/recommendations/#{ticker}", ofTicker()));
  }

  static ChainBuilder aiAnalysis() {
    return feed(random("core-tickers"))
        .exec(cachedIfFound(AI_ANALYSIS, "/api/analysis/#{ticker}/ai", ofTicker()));
  }

  static ChainBuilder stockSearch() {
    return feed(random("search-terms"))
        .exec(
            cached(
                http("/api/search/stocks")
                    .get("/api/search/stocks?q=#{term}")
                    .check(array("data.stocks"))));
  }

  static ChainBuilder autocomplete() {
    return feed(random("ticker-prefixes"))
        .exec(
            cachedIfFound(
                AUTOCOMPLETE,
                "/api/search/autocomplete?q=#{prefix}",
                array("data"),
                jmesPath("length(data)").ofInt().lte(10)));
  }

  static ChainBuilder stockMetrics() {
    return feed(random("core-tickers"))
        .exec(cachedIfFound(STOCK_METRICS, "/api/stocks/#{ticker}/metrics", ofTicker()));
  }

  static ChainBuilder stockPrices() {
    return feed(random("core-tickers"))
        .feed(random("price-periods"))
        .exec(
            cachedIfFound(
                STOCK_PRICES,
                "/api/stocks/#{ticker}/prices?period=#{period}",
                jsonPath("$.data[0]").exists()));
  }

  static ChainBuilder correlation() {
    return cachedIfFound(
        CORRELATION,
        "/api/analytics/correlation?tickers=AAPL,MSFT,GOOGL",
        jsonPath("$.data.matrix.AAPL").exists(),
        jsonPath("$.data.matrix.MSFT").exists(),
        jsonPath("$.data.matrix.GOOGL").exists());
  }

  /** The only request that no cache answers. */
  static ChainBuilder prediction() {
    return feed(random("core-tickers"))
        .exec(
            inferred(
                http("/api/analysis/analyze")
                    .post("/api/analysis/analyze")
                    .body(JsonBody.of(InvestorRequests::comprehensiveAnalysis))
                    .asJson()
                    .check(
                        jsonPath("$.data.ml_predictions.confidence_score").ofDouble().gte(0.0),
                        jsonPath("$.data.ml_predictions.confidence_score").ofDouble().lte(1.0),
                        jsonPath("$.data.ml_predictions.risk_score").ofDouble().gte(0.0),
                        jsonPath("$.data.ml_predictions.risk_score").ofDouble().lte(100.0))));
  }

  private static Map<String, Object> comprehensiveAnalysis(Session session) {
    return Map.of(
        "symbol",
        session.getString("ticker"),
        "analysis_type",
        "comprehensive",
        "period",
        "1M",
        "include_ml_predictions",
        true,
        "include_news_sentiment",
        true);
  }

  private static FeederBuilder<String> random(String feeder) {
    return csv("feeders/" + feeder + ".csv").random();
  }

  private static CheckBuilder ofTicker() {
    return jsonPath("$.data.symbol").isEL("#{ticker}");
  }

  /** The list at a JMESPath is empty. */
  private static CheckBuilder none(String path) {
    return jmesPath("length(" + path + ")").ofInt().is(0);
  }
}
