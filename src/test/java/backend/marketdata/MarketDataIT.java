package backend.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketDataIT {

  private static final String EXECUTE = "/api/market/dsl/execute";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  private static BackendServer start(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }

  @Test
  void shouldBeHealthy() {
    assertThat(client.get("/health").body())
        .isEqualTo("{\"status\":\"healthy\",\"version\":\"0.4.1\",\"environment\":\"reference\"}");
  }

  @Test
  void shouldPriceSeveralSymbolsAtOnce() {
    JsonNode answer = client.get("/api/market/prices?symbols=aapl,BTC,EURUSD,TEST1").json();

    assertThat(answer.get("count").asInt()).isEqualTo(4);
    assertThat(answer.at("/prices/AAPL/price").asDouble()).isEqualTo(205);
    assertThat(answer.at("/prices/AAPL/error").isNull()).isTrue();
    assertThat(answer.at("/prices/BTC/asset_type").asText()).isEqualTo("crypto");
    assertThat(answer.at("/prices/EURUSD/asset_type").asText()).isEqualTo("stock");
    assertThat(answer.at("/prices/TEST1/price").asDouble()).isZero();
    assertThat(answer.at("/prices/TEST1/error").asText()).isEqualTo("no data for TEST1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?symbols=", "?symbols=,%20,"})
  void shouldWantAtLeastOneSymbol(String query) {
    Answer answer = client.get("/api/market/prices" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/detail")).isEqualTo("symbols must be 1 to 50 different symbols");
  }

  @Test
  void shouldWantAtMostFiftySymbols() {
    StringBuilder symbols = new StringBuilder("A0");
    for (int i = 1; i < 50; i++) {
      symbols.append(",A").append(i);
    }
    String path = "/api/market/prices?symbols=" + symbols;

    assertThat(client.get(path).status()).isEqualTo(200);
    assertThat(client.get(path + ",A50").status()).isEqualTo(400);
  }

  @Test
  void shouldShowThirtyDays() {
    JsonNode answer = client.get("/api/market/candles/nvda?timeframe=1d").json();

    assertThat(answer.get("symbol").asText()).isEqualTo("NVDA");
    assertThat(answer.get("candles")).hasSize(30);
    JsonNode last = answer.at("/candles/29");
    assertThat(last.get("close").asDouble()).isEqualTo(158);
    // The last day of the generated year, 30 June 2025, begins at that second.
    assertThat(last.get("timestamp").asLong()).isEqualTo(1_751_241_600L);
    assertThat(last.get("high").asDouble()).isGreaterThanOrEqualTo(158);
  }

  @Test
  void shouldShowNoCandlesOfAnUnknownSymbol() {
    assertThat(client.get("/api/market/candles/TEST1").json().get("candles")).isEmpty();
    assertThat(client.get("/api/market/candles/AAPL?timeframe=1s").status()).isEqualTo(400);
  }

  @Test
  void shouldShowTheSheetOfAnAsset() {
    JsonNode sheet = client.get("/api/market/assets/GOOGL").json();

    assertThat(sheet.get("is_fallback").asBoolean()).isFalse();
    assertThat(sheet.at("/price/current").asDouble()).isEqualTo(176);
    assertThat(sheet.at("/fundamentals/pe_ratio").asDouble()).isBetween(12.0, 45.0);
    assertThat(sheet.get("key_insights")).isNotEmpty();
    assertThat(sheet.get("data_source").asText()).isEqualTo("yahoo_finance");
  }

  @Test
  void shouldFallBackToAnEmptySheet() {
    JsonNode sheet = client.get("/api/market/assets/TEST1").json();

    assertThat(sheet.get("is_fallback").asBoolean()).isTrue();
    assertThat(sheet.get("narrative").isNull()).isTrue();
  }

  @Test
  void shouldHaveNoEarningsOfACoin() {
    JsonNode sheet = client.get("/api/market/assets/BTC").json();

    assertThat(sheet.at("/fundamentals/pe_ratio").isNull()).isTrue();
    assertThat(sheet.at("/fundamentals/market_cap").asDouble()).isEqualTo(2.14e12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMPARE AAPL vs MSFT vs GOOGL ON: PRICE, VOLUME | /result/MSFT/PRICE | 497.0",
        "GET PRICE FOR TSLA | /result/price/price | 317.0",
        "EVALUATE AAPL: SMA 1 | /result/SMA 1 | 205.0",
        "CORRELATE AAPL WITH AAPL WINDOW 30d | /result/AAPL~1AAPL | 1.0",
      })
  void shouldAnswerAQueryAtOnce(String query, String pointer, double value) {
    Answer answer = client.post(EXECUTE, "{\"query\":\"" + query + "\"}");

    assertThat(answer.at("/status")).isEqualTo("completed");
    assertThat(answer.at("/error")).isEqualTo("null");
    assertThat(answer.at("/task_id")).isEqualTo("null");
    assertThat(answer.json().at(pointer).asDouble()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET OHLCV FOR ETH",
        "GET NEWS FOR ETH",
        "GET FUNDAMENTALS FOR AAPL",
        "EVALUATE AAPL: PRICE, VOLUME, MARKETCAP, PE, BETA, RSI, MACD, MOMENTUM, LIQUIDITY",
        "EVALUATE AAPL: SENTIMENT, CHANGE, EPS, ROE, DEBT, REVENUE, GROWTH, STOCH, ATR, EMA 20",
        "EVALUATE BTC: VOLATILITY(14d), VOLUME(1w), MOMENTUM(1m), PRICE_CHANGE(1y), AVG_VOLUME(2w)",
        "EVALUATE BTC: TECHNICAL(RSI, MACD, STOCH, ATR, MOMENTUM)",
        "CORRELATE AAPL WITH TSLA, BTC",
        "ANALYZE AAPL FOR TECHNICALS",
        "ANALYZE AAPL FOR FUNDAMENTALS",
        "ANALYZE AAPL FOR SENTIMENT",
        "ANALYZE AAPL FOR CORRELATIONS",
        "ANALYZE AAPL FOR RISK",
      })
  void shouldAnswerEveryFormOfQuery(String query) {
    Answer first = client.post(EXECUTE, "{\"query\":\"" + query + "\"}");

    assertThat(first.at("/status")).as(first.body()).isEqualTo("completed");
    assertThat(first.json().get("result")).isNotEmpty();
    assertThat(client.post(EXECUTE, "{\"query\":\"" + query + "\"}").body())
        .isEqualTo(first.body());
  }

  @Test
  void shouldHandAQueryToWorkers() {
    Answer answer =
        client.post(EXECUTE, "{\"query\":\"GET PRICE FOR AAPL\",\"async_execution\":true}");

    assertThat(answer.at("/status")).isEqualTo("running");
    assertThat(answer.at("/task_id")).hasSize(36);
    assertThat(answer.at("/result")).isEqualTo("null");
  }

  @Test
  void shouldFailABadQueryWithoutBeingAnError() {
    Answer answer = client.post(EXECUTE, "{\"query\":\"BUY AAPL\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/status")).isEqualTo("failed");
    assertThat(answer.at("/error")).startsWith("parse error at position 1:");
    assertThat(answer.at("/result")).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"query\":\" \"} | 400",
        "{} | 422",
        "{\"query\":1} | 422",
        "{\"query\":\"GET PRICE FOR AAPL\",\"async_execution\":\"no\"} | 422",
        "{ | 422",
      })
  void shouldRefuseABadBody(String body, int status) {
    Answer answer = client.post(EXECUTE, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().has("detail")).isTrue();
  }

  @Test
  void shouldCountOneLookupForEachSymbol() {
    try (BackendServer fresh = start(Faults.NONE)) {
      BackendClient asking = new BackendClient(fresh.baseUrl());
      asking.get("/api/market/prices?symbols=AAPL,MSFT,TSLA,BTC,ETH");
      asking.get("/api/market/prices?symbols=AAPL,MSFT,TSLA,BTC,ETH");

      JsonNode statistics = asking.get("/api/metrics/cache").json();

      assertThat(statistics.at("/overall/total_requests").asInt()).isEqualTo(10);
      assertThat(statistics.at("/overall/total_hits").asInt()).isEqualTo(5);
      assertThat(statistics.at("/overall/total_misses").asInt()).isEqualTo(5);
      assertThat(statistics.at("/overall/total_errors").asInt()).isZero();
      assertThat(statistics.at("/overall/hit_rate_percent").asDouble()).isEqualTo(50);
      assertThat(statistics.at("/l1_cache/hits").asInt()).isEqualTo(5);
      assertThat(statistics.at("/l1_cache/hit_rate").asDouble()).isEqualTo(0.5);
      assertThat(statistics.at("/l2_cache/misses").asInt()).isEqualTo(5);
      assertThat(statistics.at("/by_data_type/price/hits").asInt()).isEqualTo(5);
      assertThat(statistics.at("/by_data_type/price/latency_ms/p95").isNumber()).isTrue();
      assertThat(statistics.at("/hourly_trends/0/hits").asInt()).isPositive();
      assertThat(statistics.get("recommendations")).isEmpty();
      assertThat(statistics.at("/pollution/entries").asInt()).isEqualTo(5);
      assertThat(statistics.get("prometheus_enabled").asBoolean()).isFalse();
    }
  }

  @Test
  void shouldMissEveryTimeWithoutCache() {
    try (BackendServer forgetful = start(Faults.NONE.without(Part.CACHE))) {
      BackendClient asking = new BackendClient(forgetful.baseUrl());
      asking.get("/api/market/prices?symbols=AAPL");
      asking.get("/api/market/prices?symbols=AAPL");

      assertThat(asking.get("/api/metrics/cache").at("/overall/total_misses")).isEqualTo("2");
      assertThat(asking.get("/api/metrics/cache").at("/overall/total_hits")).isEqualTo("0");
    }
  }

  @Test
  void shouldHaveThreeHealthyProviders() {
    JsonNode health = client.get("/health/providers").json();

    assertThat(health.get("status").asText()).isEqualTo("healthy");
    assertThat(health.get("total_providers").asInt()).isEqualTo(3);
    assertThat(health.get("healthy_providers").asInt()).isEqualTo(3);
    assertThat(health.get("providers").fieldNames())
        .toIterable()
        .containsExactly("yahoo_finance", "fmp", "ccxt_binance");
    assertThat(health.at("/providers/fmp/uptime_percent").asDouble()).isEqualTo(100);
    assertThat(health.at("/providers/fmp/error_count_24h").asInt()).isZero();
  }

  @Test
  void shouldSayWhichProviderIsDown() {
    try (BackendServer poor = start(Faults.NONE.without(Part.PROVIDERS))) {
      BackendClient asking = new BackendClient(poor.baseUrl());
      JsonNode health = asking.get("/health/providers").json();

      assertThat(health.get("status").asText()).isEqualTo("degraded");
      assertThat(health.get("healthy_providers").asInt()).isEqualTo(2);
      assertThat(health.at("/providers/yahoo_finance/is_healthy").asBoolean()).isFalse();
      assertThat(health.at("/providers/yahoo_finance/uptime_percent").asDouble()).isZero();
      assertThat(asking.get("/api/market/candles/EURUSD").status()).isEqualTo(500);
      assertThat(asking.get("/api/market/candles/EURUSD").at("/error"))
          .isEqualTo("InternalServerError");
      assertThat(asking.get("/api/market/assets/EURUSD").at("/is_fallback")).isEqualTo("true");
    }
  }

  @Test
  void shouldKnowItsProvidersByName() {
    assertThat(client.get("/health/providers/fmp").at("/status")).isEqualTo("healthy");
    assertThat(client.get("/health/providers/fmp").at("/provider")).isEqualTo("fmp");
    Answer unknown = client.get("/health/providers/reuters");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("/detail")).isEqualTo("Provider 'reuters' not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/providers",
        "/health/providers/fmp",
        "/mcp/tools",
        "/api/market/prices?symbols=AAPL",
        "/api/market/candles/AAPL",
        "/api/market/assets/AAPL",
        "/api/metrics/cache",
      })
  void shouldWriteServerErrorsItsOwnWay(String path) {
    try (BackendServer broken = start(Faults.NONE.withErrorRate(1))) {
      Answer answer = new BackendClient(broken.baseUrl()).get(path);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.body())
          .isEqualTo("{\"error\":\"InternalServerError\",\"message\":\"Internal server error\"}");
    }
  }
}
