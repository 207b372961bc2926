package backend.investment;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvestmentIT {

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/dashboard",
        "/api/portfolio/summary",
        "/api/market/overview",
        "/api/portfolio/holdings",
        "/api/portfolio/holdings/TSLA",
        "/api/portfolio/performance",
        "/api/recommendations/AMD",
        "/api/stocks?limit=3",
        "/api/stocks/AAPL",
        "/api/stocks/AAPL/quote",
        "/api/portfolio/portfolio-1",
        "/api/search/stocks?q=microsoft",
        "/api/search/autocomplete?q=GOO",
        "/api/stocks/GOOGL/metrics",
        "/api/stocks/TSLA/prices?period=3M",
        "/api/analytics/correlation?tickers=AAPL,MSFT,GOOGL",
      })
  void shouldComputeAnAnswerOnceAndKeepIt(String path) {
    Answer first = client.get(path);
    Answer second = client.get(path);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.at("/success")).isEqualTo("true");
    assertThat(first.at("/error")).isEqualTo("null");
    assertThat(first.header("X-Cache")).contains("MISS");
    assertThat(first.header("Server-Timing").orElseThrow()).matches("db;dur=\\d+\\.\\d{3}");
    assertThat(second.header("X-Cache")).contains("HIT");
    assertThat(second.header("Server-Timing")).isEmpty();
    assertThat(second.body()).isEqualTo(first.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/health", "/api/cache/metrics"})
  void shouldNotKeepWhatIsNotCacheable(String path) {
    client.get(path);
    Answer answer = client.get(path);
    assertThat(answer.at("/success")).isEqualTo("true");
    assertThat(answer.header("X-Cache")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/stocks/XXXXX/metrics, stock 'XXXXX' not found",
    "/api/stocks/XXXXX/prices, stock 'XXXXX' not found",
    "/api/recommendations/XXXXX, stock 'XXXXX' not found",
    "/api/analysis/XXXXX/ai, stock 'XXXXX' not found",
    "/api/portfolio/holdings/AAAA, holding 'AAAA' not found",
    "/api/portfolio/mine, portfolio 'mine' not found",
    "/api/stocks/XXXXX, stock 'XXXXX' not found",
    "/api/stocks/XXXXX/quote, stock 'XXXXX' not found",
    "'/api/analytics/correlation?tickers=AAPL,XXXXX', stock 'XXXXX' not found",
  })
  void shouldNameTheObjectThatIsNotThere(String path, String error) {
    Answer answer = client.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/success")).isEqualTo("false");
    assertThat(answer.at("/error")).isEqualTo(error);
    assertThat(answer.at("/code")).isEqualTo("HTTP_404");
    assertThat(answer.header("X-Cache")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/recommendations?limit=0, limit: Input should be from 1 to 100",
    "/api/recommendations?limit=x, limit: Input should be a valid integer",
    "/api/recommendations?min_score=1.1, min_score: Input should be from 0 to 1",
    "/api/search/stocks, q: Field required",
    "/api/search/autocomplete?q=, q: String should have at least 1 character",
    "/api/stocks/AAPL/prices?period=2M, 'period: Input should be one of 1M, 3M, 6M, 1Y'",
    "/api/analytics/correlation?tickers=AAPL, tickers: Input should be 2 to 20 different tickers",
  })
  void shouldSayWhichParameterIsWrong(String path, String detail) {
    Answer answer = client.get(path);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/error")).isEqualTo("Validation error");
    assertThat(answer.at("/detail")).isEqualTo(detail);
    assertThat(answer.at("/code")).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.header("X-Cache")).isEmpty();
  }

  @Test
  void shouldFilterRecommendationsAfterTheCacheLookup() {
    String path = "/api/recommendations?sector=Energy";
    assertThat(client.get(path + "&limit=5&min_score=0.80").header("X-Cache")).contains("MISS");
    Answer page = client.get(path + "&limit=7&offset=7&min_score=0.60");
    assertThat(page.header("X-Cache")).contains("HIT");
    assertThat(page.json().get("data")).hasSize(7);
    for (JsonNode recommendation : page.json().get("data")) {
      assertThat(recommendation.get("confidence_score").asDouble()).isGreaterThanOrEqualTo(0.6);
      assertThat(recommendation.get("sector").asText()).isEqualTo("Energy");
    }
    assertThat(page.at("/meta/page")).isEqualTo("2");
    assertThat(page.at("/meta/limit")).isEqualTo("7");
  }

  @Test
  void shouldSortRecommendationsByConfidence() {
    JsonNode all = client.get("/api/recommendations?limit=100").json();
    assertThat(all.at("/meta/total").asInt()).isEqualTo(6_000);
    assertThat(all.get("data").findValues("confidence_score"))
        .extracting(JsonNode::asDouble)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void shouldHaveNoRecommendationsInAnUnknownSector() {
    assertThat(client.get("/api/recommendations?sector=Nowhere").json().get("data")).isEmpty();
  }

  @Test
  void shouldHoldTenStocks() {
    JsonNode holdings = client.get("/api/portfolio/holdings").json().get("data");
    assertThat(holdings.findValuesAsText("ticker"))
        .containsExactly(
            "AAPL", "MSFT", "GOOGL", "AMZN", "TSLA", "NVDA", "AMD", "META", "JPM", "JNJ");
    assertThat(
            holdings.findValues("allocation_percent").stream()
                .mapToDouble(JsonNode::asDouble)
                .sum())
        .isBetween(99.99, 100.01);
  }

  @ParameterizedTest
  @CsvSource({"1M, 21", "3M, 63", "6M, 126", "1Y, 252"})
  void shouldShowAsManyDaysAsThePeriodHas(String period, int days) {
    assertThat(client.get("/api/stocks/AAPL/prices?period=" + period).json().get("data"))
        .hasSize(days);
  }

  @Test
  void shouldSummarizeTheYearThatItShows() {
    JsonNode prices = client.get("/api/stocks/NVDA/prices?period=1Y").json().get("data");
    JsonNode metrics = client.get("/api/stocks/NVDA/metrics").json().get("data");
    assertThat(metrics.get("trading_days").asInt()).isEqualTo(252);
    assertThat(metrics.get("last_price").asDouble()).isEqualTo(158.0);
    assertThat(metrics.get("first_price")).isEqualTo(prices.get(0).get("close"));
    assertThat(metrics.get("period_start")).isEqualTo(prices.get(0).get("date"));
  }

  @Test
  void shouldFindStocksBySymbolNameOrSector() {
    assertThat(client.get("/api/search/stocks?q=APPLE").at("/data/stocks/0/symbol"))
        .isEqualTo("AAPL");
    assertThat(client.get("/api/search/stocks?q=tech&limit=3").json().at("/data/stocks"))
        .hasSize(3);
    assertThat(client.get("/api/search/autocomplete?q=zzzz").json().get("data")).isEmpty();
  }

  @Test
  void shouldCorrelateEveryPairOfTickers() {
    JsonNode matrix =
        client.get("/api/analytics/correlation?tickers=AMD,NVDA").json().at("/data/matrix");
    assertThat(matrix.at("/AMD/AMD").asDouble()).isEqualTo(1);
    assertThat(matrix.at("/AMD/NVDA")).isEqualTo(matrix.at("/NVDA/AMD"));
  }
}
