package backend.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Json;
import backend.kit.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketDataFeatureIT {

  private static final String EXECUTE = "/api/market/dsl/execute";

  private final BackendServer server = start(Faults.NONE);
  private final BackendClient client = new BackendClient(server.baseUrl());

  private static BackendServer start(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Answer call(BackendServer asked, String tool, String arguments) {
    return new BackendClient(asked.baseUrl())
        .post("/mcp/tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  private static JsonNode result(BackendServer asked, String tool, String arguments) {
    Answer answer = call(asked, tool, arguments);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/isError")).as(answer.body()).isEqualTo("false");
    assertThat(answer.at("/content/0/type")).isEqualTo("text");
    try {
      return Json.mapper().readTree(answer.at("/content/0/text"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode search(BackendServer asked, String symbol, String depth) {
    String arguments = "{\"symbol\":\"" + symbol + "\",\"depth\":\"" + depth + "\"}";
    return result(asked, "search-by-symbol", arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "AAPL, 205, yahoo_finance",
    "BTC, 107000, ccxt_binance",
    "EURUSD, 1.1787, yahoo_finance",
    "TEST1234, 0, unknown",
  })
  void shouldSearchForAPrice(String symbol, double price, String source) {
    JsonNode found = search(server, symbol, "quick");

    assertThat(found.get("symbol").asText()).isEqualTo(symbol);
    assertThat(found.at("/cached/price").asDouble()).isEqualTo(price);
    assertThat(found.at("/cached/source").asText()).isEqualTo(source);
    assertThat(found.at("/data_lineage/providers")).hasSize(price > 0 ? 1 : 0);
    assertThat(found.get("narrative").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search-by-symbol | {} | symbol: Field required",
        "execute-fk-dsl | {\"query\":\"x\",\"async\":1} | async: Input should be a valid boolean",
        "fly | {} | unknown tool 'fly'",
      })
  void shouldTellWhatIsWrongWithAToolCallInA200(String tool, String arguments, String problem) {
    Answer answer = call(server, tool, arguments);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/isError")).isEqualTo("true");
    assertThat(answer.at("/content/0/text")).isEqualTo("Error: " + problem);
  }

  @Test
  @Timeout(30)
  void shouldHaveWorkersAnswerAQuery() throws InterruptedException {
    JsonNode accepted =
        result(server, "execute-fk-dsl", "{\"query\":\"EVALUATE NVDA: RSI, MACD\"}");
    assertThat(accepted.get("status").asText()).isEqualTo("running");
    assertThat(accepted.get("total_steps").asInt()).isEqualTo(1);
    String task = "{\"taskId\":\"" + accepted.get("task_id").asText() + "\"}";

    JsonNode state = result(server, "get-task-status", task);
    while (state.get("status").asText().equals("running")) {
      Thread.sleep(20);
      state = result(server, "get-task-status", task);
    }

    assertThat(state.get("status").asText()).isEqualTo("completed");
    assertThat(state.get("task_id")).isEqualTo(accepted.get("task_id"));
    assertThat(state.get("progress").asDouble()).isEqualTo(1);
    assertThat(state.at("/result/NVDA/RSI").asDouble()).isBetween(0.0, 100.0);
  }

  @Test
  void shouldLeaveQueriesRunningWithoutWorkers() {
    try (BackendServer idle = start(Faults.NONE.without(Part.WORKERS))) {
      String query = "{\"query\":\"GET PRICE FOR AAPL\"}";
      String id = result(idle, "execute-fk-dsl", query).get("task_id").asText();

      JsonNode state = result(idle, "get-task-status", "{\"taskId\":\"" + id + "\"}");

      assertThat(state.get("status").asText()).isEqualTo("running");
      assertThat(state.get("progress").asDouble()).isZero();
    }
  }

  @Test
  void shouldAnswerAQueryAtOnce() {
    String query = "\"query\":\"COMPARE AAPL vs BTC ON: PRICE, PE\"";
    JsonNode byTool = result(server, "execute-fk-dsl", "{" + query + ",\"async\":false}");
    JsonNode byRest = client.post(EXECUTE, "{" + query + "}").json();

    assertThat(byTool).isEqualTo(byRest);
    assertThat(byRest.get("status").asText()).isEqualTo("completed");
    assertThat(byRest.get("error").isNull()).isTrue();
    assertThat(byRest.at("/result/AAPL/PRICE").asDouble()).isEqualTo(205);
    assertThat(byRest.at("/result/BTC/PE").isNull()).isTrue();
  }

  @Test
  void shouldFailAQueryInA200() {
    Answer answer = client.post(EXECUTE, "{\"query\":\"BUY AAPL\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/status")).isEqualTo("failed");
    assertThat(answer.at("/error")).isEqualTo("parse error: 'BUY AAPL' is no query");
    assertThat(client.post(EXECUTE, "{\"query\":\"GET PRICE FOR XXXX\"}").at("/error"))
        .isEqualTo("no data for XXXX");
    assertThat(client.post(EXECUTE, "{\"query\":\" \"}").status()).isEqualTo(400);
  }

  @Test
  void shouldPriceSeveralSymbolsAtOnce() {
    JsonNode answer = client.get("/api/market/prices?symbols=aapl,BTC,TEST1").json();

    assertThat(answer.get("count").asInt()).isEqualTo(3);
    assertThat(answer.at("/prices/AAPL/price").asDouble()).isEqualTo(205);
    assertThat(answer.at("/prices/AAPL/error").isNull()).isTrue();
    assertThat(answer.at("/prices/TEST1/error").isTextual()).isTrue();
    assertThat(client.get("/api/market/prices?symbols=,").status()).isEqualTo(400);
  }

  @Test
  void shouldShowThirtyDays() {
    JsonNode answer = client.get("/api/market/candles/NVDA?timeframe=1d").json();

    assertThat(answer.get("symbol").asText()).isEqualTo("NVDA");
    assertThat(answer.get("candles")).hasSize(30);
    assertThat(answer.at("/candles/29/close").asDouble()).isEqualTo(158);
    assertThat(client.get("/api/market/candles/NVDA?timeframe=1s").status()).isEqualTo(400);
  }

  @Test
  void shouldShowFundamentalsOfKnownAssetsOnly() {
    JsonNode known = client.get("/api/market/assets/GOOGL").json();

    assertThat(known.at("/fundamentals/pe_ratio").asDouble()).isBetween(12.0, 45.0);
    assertThat(known.get("is_fallback").asBoolean()).isFalse();
    assertThat(client.get("/api/market/assets/TEST1").at("/is_fallback")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"true, 6, 6", "false, 0, 12"})
  void shouldCountALookupForEachSymbol(boolean caching, String hits, String misses) {
    Faults faults = caching ? Faults.NONE : Faults.NONE.without(Part.CACHE);
    try (BackendServer fresh = start(faults)) {
      BackendClient asking = new BackendClient(fresh.baseUrl());
      JsonNode warmed = result(fresh, "warm-cache", "{\"symbols\":[\"AAPL\",\"TEST1\"]}");
      asking.get("/api/market/prices?symbols=AAPL,MSFT,TSLA,BTC,ETH");
      asking.get("/api/market/prices?symbols=AAPL,MSFT,TSLA,BTC,ETH");
      Answer statistics = asking.get("/api/metrics/cache");

      assertThat(warmed.toString()).isEqualTo("{\"AAPL\":true,\"TEST1\":false}");
      assertThat(statistics.at("/overall/total_hits")).isEqualTo(hits);
      assertThat(statistics.at("/overall/total_misses")).isEqualTo(misses);
    }
  }

  @Test
  void shouldFailOverToAnotherProviderOrSayThatThereIsNone() {
    try (BackendServer poor = start(Faults.NONE.without(Part.PROVIDERS))) {
      JsonNode apple = search(poor, "AAPL", "standard");
      JsonNode euro = search(poor, "EURUSD", "standard");

      assertThat(apple.at("/cached/price").asDouble()).isEqualTo(205);
      assertThat(apple.at("/narrative/summary").asText()).startsWith("Apple closed at 205.00");
      assertThat(apple.at("/data_lineage/providers/0").asText()).isEqualTo("fmp");
      assertThat(euro.at("/cached/price").asDouble()).isZero();
      assertThat(euro.at("/cached/source").asText()).isEqualTo("error");
    }
  }

  @ParameterizedTest
  @CsvSource({"true, healthy, 3, 100.0", "false, degraded, 2, 0.0"})
  void shouldReportTheHealthOfProviders(boolean allUp, String status, String up, String uptime) {
    Faults faults = allUp ? Faults.NONE : Faults.NONE.without(Part.PROVIDERS);
    try (BackendServer asked = start(faults)) {
      BackendClient asking = new BackendClient(asked.baseUrl());
      Answer health = asking.get("/health/providers");

      assertThat(asking.get("/health").at("/status")).isEqualTo("healthy");
      assertThat(health.at("/status")).isEqualTo(status);
      assertThat(health.at("/healthy_providers")).isEqualTo(up);
      assertThat(health.at("/total_providers")).isEqualTo("3");
      assertThat(health.at("/providers/yahoo_finance/uptime_percent")).isEqualTo(uptime);
    }
  }
}
