package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static simulations.users.investment.InvestmentAnswer.data;
import static simulations.users.investment.InvestmentRecorder.notFound;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.metrics.Metric;

/** The requests of the investment API, each with its parameters and what its answer must hold. */
final class InvestmentRequests {

  private static final Metric NO_RECOMMENDATION = notFound("/api/recommendations/{ticker}");
  private static final Metric NO_ANALYSIS = notFound("/api/analysis/{ticker}/ai");
  private static final Metric NO_COMPLETION = notFound("/api/search/autocomplete");
  private static final Metric NO_METRICS = notFound("/api/stocks/{ticker}/metrics");
  private static final Metric NO_PRICES = notFound("/api/stocks/{ticker}/prices");
  private static final Metric NO_CORRELATION = notFound("/api/analytics/correlation");

  static final List<Metric> METRICS =
      Stream.concat(
              InvestmentRecorder.METRICS.stream(),
              Stream.of(
                  NO_RECOMMENDATION,
                  NO_ANALYSIS,
                  NO_COMPLETION,
                  NO_METRICS,
                  NO_PRICES,
                  NO_CORRELATION))
          .toList();

  // Anything slower counts as failed.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String TICKER = "ticker";
  private static final String HELD_TICKER = "heldTicker";
  private static final String HOLDING_TICKER = "holdingTicker";

  private final UserType userType;
  private final InvestmentRecorder recorder;

  InvestmentRequests(UserType userType) {
    this.userType = userType;
    this.recorder = new InvestmentRecorder(userType);
  }

  ChainBuilder dashboard() {
    return cached(
        get("/api/dashboard", "/api/dashboard")
            .check(
                data("a dashboard", d -> d.has("portfolio_summary") && d.has("market_overview"))));
  }

  ChainBuilder portfolioSummary() {
    return cached(
        get("/api/portfolio/summary", "/api/portfolio/summary")
            .check(data("summaries", d -> d.path(0).has("id") && d.path(0).has("total_value"))));
  }

  ChainBuilder marketOverview() {
    return cached(
        get("/api/market/overview", "/api/market/overview")
            .check(data("indices", d -> !d.path("indices").isEmpty())));
  }

  /** Remembers one of the holdings, to look at it later. */
  ChainBuilder holdings() {
    return cached(
        get("/api/portfolio/holdings", "/api/portfolio/holdings")
            .check(
                data("holdings", JsonNode::isArray),
                jsonPath("$.data[*].ticker").findRandom().optional().saveAs(HELD_TICKER)));
  }

  ChainBuilder holding() {
    return feed(InvestmentFeeds.coreTickers())
        .exec(
            s -> s.set(HOLDING_TICKER, s.getString(s.contains(HELD_TICKER) ? HELD_TICKER : TICKER)))
        .exec(
            cached(
                get("/api/portfolio/holdings/{ticker}", "/api/portfolio/holdings/#{holdingTicker}")
                    .check(data("the holding", (d, s) -> is(d, "ticker", s, HOLDING_TICKER)))));
  }

  ChainBuilder performance() {
    return cached(
        get("/api/portfolio/performance", "/api/portfolio/performance")
            .check(data("data points", d -> !d.path("data_points").isEmpty())));
  }

  ChainBuilder recommendations() {
    return feed(InvestmentFeeds.sectors())
        .exec(InvestmentRequests::drawFilter)
        .exec(
            cached(
                get(
                        "/api/recommendations",
                        "/api/recommendations?limit=#{limit}&sector=#{sector}&min_score=#{minScore}")
                    .check(data("what the filter asks for", InvestmentRequests::passesFilter))));
  }

  private static Session drawFilter(Session session) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return session
        .set("limit", random.nextInt(5, 21))
        .set("minScore", String.format(Locale.ROOT, "0.%d", random.nextInt(50, 81)));
  }

  private static boolean passesFilter(JsonNode list, Session session) {
    double minScore = Double.parseDouble(session.getString("minScore"));
    boolean anySector = session.getString("sector").equals("All");
    for (JsonNode recommendation : list) {
      boolean sectorMatches = anySector || is(recommendation, "sector", session, "sector");
      if (!sectorMatches || recommendation.path("confidence_score").asDouble(-1) < minScore) {
        return false;
      }
    }
    return list.isArray() && list.size() <= session.getInt("limit");
  }

  ChainBuilder recommendation() {
    return feed(InvestmentFeeds.tickers())
        .exec(
            tolerant(
                NO_RECOMMENDATION, "/api/recommendations/#{ticker}", ofTicker("recommendation")));
  }

  ChainBuilder aiAnalysis() {
    return feed(InvestmentFeeds.coreTickers())
        .exec(tolerant(NO_ANALYSIS, "/api/analysis/#{ticker}/ai", ofTicker("analysis")));
  }

  ChainBuilder stockSearch() {
    return feed(InvestmentFeeds.searchTerms())
        .exec(
            cached(
                get("/api/search/stocks", "/api/search/stocks?q=#{term}")
                    .check(data("stocks", d -> d.path("stocks").isArray()))));
  }

  ChainBuilder autocomplete() {
    return feed(InvestmentFeeds.tickerPrefixes())
        .exec(
            tolerant(
                NO_COMPLETION,
                "/api/search/autocomplete?q=#{prefix}",
                data("at most 10", d -> d.isArray() && d.size() <= 10)));
  }

  ChainBuilder stockMetrics() {
    return feed(InvestmentFeeds.coreTickers())
        .exec(tolerant(NO_METRICS, "/api/stocks/#{ticker}/metrics", ofTicker("metrics")));
  }

  ChainBuilder stockPrices() {
    return feed(InvestmentFeeds.coreTickers())
        .feed(InvestmentFeeds.pricePeriods())
        .exec(
            tolerant(
                NO_PRICES,
                "/api/stocks/#{ticker}/prices?period=#{period}",
                data("prices", d -> d.isArray() && !d.isEmpty())));
  }

  ChainBuilder correlation() {
    return tolerant(
        NO_CORRELATION,
        InvestmentFeeds.CORRELATION_PATH,
        data(
            "a matrix of all three",
            d ->
                Stream.of("AAPL", "MSFT", "GOOGL")
                    .allMatch(ticker -> d.path("matrix").has(ticker))));
  }

  ChainBuilder prediction() {
    return feed(InvestmentFeeds.coreTickers())
        .exec(
            recorder.inferred(
                http("/api/analysis/analyze")
                    .post("/api/analysis/analyze")
                    .body(JsonBody.of(InvestmentRequests::comprehensiveAnalysis))
                    .asJson()
                    .requestTimeout(PATIENCE)
                    .check(data("a prediction", InvestmentRequests::predicts))));
  }

  private static Map<String, Object> comprehensiveAnalysis(Session session) {
    return Map.of(
        "symbol",
        session.getString(TICKER),
        "analysis_type",
        "comprehensive",
        "period",
        "1M",
        "include_ml_predictions",
        true,
        "include_news_sentiment",
        true);
  }

  private static boolean predicts(JsonNode data) {
    JsonNode prediction = data.path("ml_predictions");
    return isUpTo(1, prediction.path("confidence_score"))
        && isUpTo(100, prediction.path("risk_score"));
  }

  private static boolean isUpTo(double most, JsonNode number) {
    return number.isNumber() && number.asDouble() >= 0 && number.asDouble() <= most;
  }

  private static CheckBuilder ofTicker(String what) {
    return data("the ticker's " + what, (d, session) -> is(d, "symbol", session, TICKER));
  }

  private static boolean is(JsonNode data, String field, Session session, String key) {
    return data.path(field).asText().equals(session.getString(key));
  }

  private static HttpRequestActionBuilder get(String name, String path) {
    return http(name).get(path).requestTimeout(PATIENCE);
  }

  private ChainBuilder cached(HttpRequestActionBuilder request) {
    return recorder.cached(request);
  }

  private ChainBuilder tolerant(Metric notFound, String path, CheckBuilder check) {
    String name = notFound.title().substring("404 ".length());
    return recorder.tolerant(notFound, get(name, path), check);
  }
}
