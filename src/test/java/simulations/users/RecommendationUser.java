package simulations.users;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.http.HttpDsl.status;
import static simulations.users.InvestmentAnswer.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import loadgate.Task;
import loadgate.UserType;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.Metric;
import loadgate.target.Target;

/**
 * An investor: looks at the portfolio, asks for recommendations, searches, and has stocks analysed.
 */
public final class RecommendationUser implements UserType {

  // Anything slower counts as failed.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String HELD = "heldTicker";

  private final InvestmentFeeds feeds = new InvestmentFeeds();

  @Override
  public List<Metric> metrics() {
    return List.of(CacheMetrics.HIT, CacheMetrics.MARKER);
  }

  @Override
  public void preflight(Target target) {
    target.get("/api/health").expect(200);
  }

  /** Asks for everything once, because the cache-hit target is that of a warm cache. */
  @Override
  public void prepare(Target target) {
    target.getAll(feeds.everyPath());
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(
        task(1, dashboard()),
        task(2, portfolio()),
        task(3, recommendations()),
        task(1, search()),
        task(1, analytics()),
        task(1, prediction()));
  }

  private ChainBuilder dashboard() {
    return weighted(
        cached(
            1,
            get("/api/dashboard", "/api/dashboard"),
            data("a dashboard", d -> d.has("portfolio_summary") && d.has("market_overview"))),
        cached(
            1,
            get("/api/portfolio/summary", "/api/portfolio/summary"),
            data("summaries", d -> d.path(0).has("id") && d.path(0).has("total_value"))),
        cached(
            1,
            get("/api/market/overview", "/api/market/overview"),
            data("indices", d -> !d.path("indices").isEmpty())));
  }

  private ChainBuilder portfolio() {
    return weighted(
        cached(
            2,
            get("/api/portfolio/holdings", "/api/portfolio/holdings")
                .check(
                    io.gatling.javaapi.core.CoreDsl.jsonPath("$.data[*].ticker")
                        .findRandom()
                        .saveAs(HELD)),
            data("holdings", JsonNode::isArray)),
        task(
            2,
            exec(feed(feeds.coreTickers()))
                .exec(
                    session ->
                        session.contains(HELD) ? session : session.set(HELD, ticker(session)))
                .exec(
                    recorded(
                        get(
                            "/api/portfolio/holdings/{ticker}",
                            "/api/portfolio/holdings/#{heldTicker}"),
                        data(
                            "the holding",
                            (d, session) -> is(d, "ticker", session.getString(HELD)))))),
        cached(
            1,
            get("/api/portfolio/performance", "/api/portfolio/performance"),
            data("data points", d -> !d.path("data_points").isEmpty())));
  }

  private ChainBuilder recommendations() {
    return weighted(
        task(3, exec(feed(feeds.sectors())).exec(this::filter).exec(recommendationList())),
        task(
            1,
            exec(feed(feeds.tickers()))
                .exec(
                    tolerant(
                        get("/api/recommendations/{ticker}", "/api/recommendations/#{ticker}"),
                        data("the recommendation", RecommendationUser::ofTicker)))),
        task(
            1,
            exec(feed(feeds.coreTickers()))
                .exec(
                    tolerant(
                        get("/api/analysis/{ticker}/ai", "/api/analysis/#{ticker}/ai"),
                        data("the analysis", RecommendationUser::ofTicker)))));
  }

  private Session filter(Session session) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return session
        .set("limit", random.nextInt(5, 21))
        .set("minScore", String.format(Locale.ROOT, "0.%d", random.nextInt(50, 81)));
  }

  private ChainBuilder recommendationList() {
    return recorded(
        get("/api/recommendations", "/api/recommendations")
            .queryParam("limit", "#{limit}")
            .queryParam("sector", "#{sector}")
            .queryParam("min_score", "#{minScore}"),
        data("what the filter asks for", RecommendationUser::passesFilter));
  }

  private static boolean passesFilter(JsonNode list, Session session) {
    double minScore = Double.parseDouble(session.getString("minScore"));
    String sector = session.getString("sector");
    for (JsonNode recommendation : list) {
      boolean sectorMatches = sector.equals("All") || is(recommendation, "sector", sector);
      if (!sectorMatches || recommendation.path("confidence_score").asDouble(-1) < minScore) {
        return false;
      }
    }
    return list.isArray() && list.size() <= session.getInt("limit");
  }

  private ChainBuilder search() {
    return weighted(
        task(
            2,
            exec(feed(feeds.searchTerms()))
                .exec(
                    recorded(
                        get("/api/search/stocks", "/api/search/stocks").queryParam("q", "#{term}"),
                        data("stocks", d -> d.path("stocks").isArray())))),
        task(
            1,
            exec(feed(feeds.tickerPrefixes()))
                .exec(
                    tolerant(
                        get("/api/search/autocomplete", "/api/search/autocomplete")
                            .queryParam("q", "#{prefix}"),
                        data("at most 10", d -> d.isArray() && d.size() <= 10)))));
  }

  private ChainBuilder analytics() {
    return exec(feed(feeds.coreTickers()))
        .exec(feed(feeds.pricePeriods()))
        .exec(
            weighted(
                task(
                    1,
                    tolerant(
                        get("/api/stocks/{ticker}/metrics", "/api/stocks/#{ticker}/metrics"),
                        data("the metrics", RecommendationUser::ofTicker))),
                task(
                    1,
                    tolerant(
                        get("/api/stocks/{ticker}/prices", "/api/stocks/#{ticker}/prices")
                            .queryParam("period", "#{period}"),
                        data("prices", d -> d.isArray() && !d.isEmpty()))),
                task(
                    1,
                    tolerant(
                        get("/api/analytics/correlation", InvestmentFeeds.CORRELATION),
                        data("a matrix of all three", RecommendationUser::correlatesAll)))));
  }

  private static boolean correlatesAll(JsonNode data) {
    JsonNode matrix = data.path("matrix");
    return matrix.has("AAPL") && matrix.has("MSFT") && matrix.has("GOOGL");
  }

  private ChainBuilder prediction() {
    return exec(feed(feeds.coreTickers()))
        .exec(
            request(
                post("/api/analysis/analyze", "/api/analysis/analyze", RecommendationUser::analysis)
                    .requestTimeout(PATIENCE)
                    .check(status().is(200), data("a prediction", RecommendationUser::predicts))));
  }

  private static Map<String, Object> analysis(Session session) {
    return Map.of(
        "symbol",
        ticker(session),
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
    return within(prediction.path("confidence_score"), 1)
        && within(prediction.path("risk_score"), 100);
  }

  private static boolean within(JsonNode number, double most) {
    return number.isNumber() && number.asDouble() >= 0 && number.asDouble() <= most;
  }

  private static boolean ofTicker(JsonNode data, Session session) {
    return is(data, "symbol", ticker(session));
  }

  private static boolean is(JsonNode data, String field, String expected) {
    return data.path(field).asText().equals(expected);
  }

  private static String ticker(Session session) {
    return session.getString("ticker");
  }

  private Task cached(double weight, HttpRequestActionBuilder request, CheckBuilder check) {
    return task(weight, recorded(request, check));
  }

  private ChainBuilder recorded(HttpRequestActionBuilder request, CheckBuilder check) {
    return CacheMetrics.recorded(
        title(), request.requestTimeout(PATIENCE).check(status().is(200), check));
  }

  /** A target may not know the stock; then its 404 must look as agreed, and it is counted. */
  private ChainBuilder tolerant(HttpRequestActionBuilder request, CheckBuilder check) {
    return CacheMetrics.recorded(
        title(),
        request
            .requestTimeout(PATIENCE)
            .check(status().in(200, 404))
            .checkIf((Response response, Session session) -> response.status().code() == 200)
            .then(check)
            .checkIf((Response response, Session session) -> response.status().code() == 404)
            .then(InvestmentAnswer.error()));
  }
}
