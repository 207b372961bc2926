package backend.investment;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvestmentRoomIT {

  private static final String ANALYZE = "/api/analysis/analyze";
  private static final String QUOTES = "/api/stocks/quotes";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode data(String path) {
    return client.get(path).json().get("data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/dashboard",
        "/api/portfolio/summary",
        "/api/market/overview",
        "/api/portfolio/holdings/TSLA",
        "/api/portfolio/performance",
        "/api/recommendations?sector=Finance",
        "/api/recommendations/AMD",
        "/api/analysis/AMZN/ai",
        "/api/stocks?limit=3",
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
    assertThat(first.json().get("data")).isNotEmpty();
    assertThat(first.header("X-Cache")).contains("MISS");
    assertThat(first.header("Server-Timing").orElseThrow()).matches("db;dur=[0-9.]+(, ml;dur=.+)?");
    assertThat(second.header("X-Cache")).contains("HIT");
    assertThat(second.header("Server-Timing")).isEmpty();
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void shouldNotKeepWhatIsNotCacheable() {
    assertThat(client.get("/api/health").at("/data/status")).isEqualTo("healthy");
    assertThat(client.get("/api/cache/metrics").header("X-Cache")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/stocks/XXXXX/metrics, stock 'XXXXX' not found",
    "/api/recommendations/XXXXX, stock 'XXXXX' not found",
    "/api/analysis/XXXXX/ai, stock 'XXXXX' not found",
    "/api/portfolio/holdings/AAAA, holding 'AAAA' not found",
    "'/api/analytics/correlation?tickers=AAPL,XXXXX', stock 'XXXXX' not found",
    "/api/pipeline/runs/1, pipeline run '1' not found",
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
    "/api/stocks/AAPL/prices?period=2M, 'period: Input should be one of 1M, 3M, 6M, 1Y'",
    "/api/analytics/correlation?tickers=AAPL, tickers: Input should be 2 to 20 different tickers",
    "/api/stocks?sort_by=price, 'sort_by: Input should be one of symbol, name, market_cap'",
  })
  void shouldSayWhichParameterIsWrong(String path, String detail) {
    Answer answer = client.get(path);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail")).isEqualTo(detail);
    assertThat(answer.at("/code")).isEqualTo("VALIDATION_ERROR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        QUOTES + "  | {\"symbols\":[\"AAPL\",\"AAPL\"]}             | 422",
        QUOTES + "  | {\"symbols\":[\"A1\"]}                        | 422",
        ANALYZE + " | {}                                            | 422",
        ANALYZE + " | {\"symbol\":\"AAPL\",\"period\":\"3Y\"}       | 422",
        ANALYZE + " | {\"symbol\":\"XXXXX\"}                        | 404",
      })
  void shouldRefuseABadBody(String path, String body, int status) {
    assertThat(client.post(path, body).status()).isEqualTo(status);
  }

  @Test
  void shouldFilterRecommendationsAfterTheCacheLookup() {
    String path = "/api/recommendations?sector=Energy";
    assertThat(client.get(path + "&limit=5&min_score=0.80").header("X-Cache")).contains("MISS");
    Answer page = client.get(path + "&limit=7&offset=7&min_score=0.60");
    assertThat(page.header("X-Cache")).contains("HIT");
    assertThat(page.json().get("data").findValuesAsText("sector"))
        .hasSize(7)
        .containsOnly("Energy");
    assertThat(page.json().get("data").findValues("confidence_score"))
        .extracting(JsonNode::asDouble)
        .allMatch(score -> score >= 0.6)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(page.at("/meta/page")).isEqualTo("2");
    assertThat(client.get("/api/recommendations").at("/meta/total")).isEqualTo("6000");
    assertThat(data("/api/recommendations?sector=Nowhere")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1M, 21", "3M, 63", "6M, 126", "1Y, 252"})
  void shouldShowAsManyDaysAsThePeriodHas(String period, int days) {
    JsonNode prices = data("/api/stocks/NVDA/prices?period=" + period);
    assertThat(prices).hasSize(days);
    assertThat(prices.get(days - 1).get("close").asDouble()).isEqualTo(158);
  }

  @Test
  void shouldHaveEveryStockOnExactlyOneOfTwelvePages() {
    List<String> symbols = new ArrayList<>();
    for (int offset = 0; offset < 6_000; offset += 500) {
      Answer page = client.get("/api/stocks?limit=500&sort_by=symbol&order=asc&offset=" + offset);
      assertThat(page.at("/meta/total")).isEqualTo("6000");
      symbols.addAll(page.json().get("data").findValuesAsText("symbol"));
    }
    assertThat(symbols).hasSize(6_000).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldQuoteStocksInTheOrderOfTheRequest() {
    Answer answer = client.post(QUOTES, "{\"symbols\":[\"TSLA\",\"ZZZZZ\",\"AAPL\"]}");
    assertThat(answer.json().at("/data/quotes").findValuesAsText("symbol"))
        .containsExactly("TSLA", "AAPL");
    assertThat(answer.json().at("/data/quotes/1/price").asDouble()).isEqualTo(205);
    assertThat(answer.json().at("/data/not_found").toString()).isEqualTo("[\"ZZZZZ\"]");
    assertThat(answer.header("Server-Timing").orElseThrow()).startsWith("db;dur=");
    assertThat(answer.header("X-Cache")).isEmpty();
  }

  @Test
  void shouldAnalyseMadeToMeasure() {
    Answer answer = client.post(ANALYZE, "{\"symbol\":\"AAPL\"}");
    JsonNode prediction = answer.json().at("/data/ml_predictions");
    assertThat(prediction.get("confidence_score").asDouble()).isBetween(0.0, 1.0);
    assertThat(prediction.get("risk_score").asDouble()).isBetween(0.0, 100.0);
    assertThat(answer.header("Server-Timing").orElseThrow()).matches("db;dur=.+, ml;dur=.+");
    assertThat(answer.header("X-Cache")).isEmpty();
  }
}
