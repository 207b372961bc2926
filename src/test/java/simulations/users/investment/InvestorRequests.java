package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static simulations.users.investment.EnvelopeChecks.array;
import static simulations.users.investment.EnvelopeChecks.none;
import static simulations.users.investment.EnvelopeChecks.notEmpty;
import static simulations.users.investment.Recorded.cached;
import static simulations.users.investment.Recorded.cachedIfFound;
import static simulations.users.investment.Recorded.cachedSearch;
import static simulations.users.investment.Recorded.counted;
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

  private static final String OTHER_STOCK = "answer is about another stock";

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
                notEmpty("data.market_overview.indices")));
  }

  static ChainBuilder portfolioSummary() {
    return cached(
        http("/api/portfolio/summary")
            .get("/api/portfolio/summary")
            .check(jsonPath("$.data[0].id").exists(), jsonPath("$.data[0].total_value").exists()));
  }

  static ChainBuilder marketOverview() {
    return cached(
        http("/api/market/overview").get("/api/market/overview").check(notEmpty("data.indices")));
  }

  /** Remembers one of the holdings, to look at it later. */
  static ChainBuilder holdings() {
    return cached(
        http("/api/portfolio/holdings")
            .get("/api/portfolio/holdings")
            .check(
                notEmpty("data"), jsonPath("$.data[*].ticker").findRandom().saveAs("heldTicker")));
  }

  static ChainBuilder holding() {
    return feed(random("core-tickers"))
        .exec(s -> s.contains("heldTicker") ? s.set("ticker", s.getString("heldTicker")) : s)
        .exec(
            cached(
                http("/api/portfolio/holdings/{ticker}")
                    .get("/api/portfolio/holdings/#{ticker}")
                    .check(jsonPath("$.data.ticker").isEL("#{ticker}").name(OTHER_STOCK))));
  }

  static ChainBuilder performance() {
    return cached(
        http("/api/portfolio/performance")
            .get("/api/portfolio/performance")
            .check(notEmpty("data.data_points")));
  }

  static ChainBuilder recommendations() {
    return feed(random("sectors"))
        .exec(InvestorRequests::drawFilter)
        .exec(
            cachedSearch(
                http("/api/recommendations")
                    .get("/api/recommendations")
                    .queryParam("limit", "#{limit}")
                    .queryParam("sector", "#{sector}")
                    .queryParam("min_score", "#{minScore}")
                    .check(
                        array("data"),
                        counted("data"),
                        jmesPath("length(data)")
                            .ofInt()
                            .lteEL("#{limit}")
                            .name("more recommendations than asked for"),
                        none(
                            "data[?!(confidence_score >= `#{minScore}`)]",
                            "recommendations below the score asked for"),
                        none(
                            "data[?'#{sector}' != 'All' && sector != '#{sector}']",
                            "recommendations of another sector"))));
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
            cachedSearch(
                http("/api/search/stocks")
                    .get("/api/search/stocks?q=#{term}")
                    .check(
                        array("data.stocks"),
                        counted("data.stocks"),
                        matching("map(&join(' ', [symbol, name, sector]), data.stocks)", "term"))));
  }

  static ChainBuilder autocomplete() {
    return feed(random("ticker-prefixes"))
        .exec(
            cachedIfFound(
                AUTOCOMPLETE,
                "/api/search/autocomplete?q=#{prefix}",
                array("data"),
                counted("data"),
                jmesPath("length(data)").ofInt().lte(10).name("more completions than ten"),
                matching("map(&join(' ', [symbol, name]), data)", "prefix")));
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
                none("data[?symbol && symbol != '#{ticker}']", "prices of another stock"),
                jmesPath("length(data)")
                    .ofInt()
                    .gte(session -> days(session) * 4 / 5)
                    .name("fewer prices than the period has days"),
                jmesPath("length(data)")
                    .ofInt()
                    .lte(session -> days(session) * 6 / 5)
                    .name("more prices than the period has days")));
  }

  private static int days(Session session) {
    return Integer.parseInt(session.getString("days"));
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
                        ofTicker(),
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
    return jsonPath("$.data.symbol").isEL("#{ticker}").name(OTHER_STOCK);
  }

  /** Each of the texts at a JMESPath contains what was searched for, in any case. */
  private static CheckBuilder matching(String path, String attribute) {
    return jmesPath(path)
        .ofList()
        .transformWithSession(
            (texts, session) -> {
              String term = session.getString(attribute).toLowerCase(Locale.ROOT);
              return texts.stream()
                  .allMatch(text -> text.toString().toLowerCase(Locale.ROOT).contains(term));
            })
        .is(true)
        .name("stocks that do not match the search");
  }
}
