package backend.tools;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer call(String tool, String arguments) {
    return call(server, tool, arguments);
  }

  private static Answer call(BackendServer asked, String tool, String arguments) {
    return new BackendClient(asked.baseUrl())
        .post("/mcp/tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
  }

  private JsonNode result(String tool, String arguments) {
    return result(server, tool, arguments);
  }

  private static JsonNode result(BackendServer asked, String tool, String arguments) {
    Answer answer = call(asked, tool, arguments);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/isError")).as(answer.body()).isEqualTo("false");
    assertThat(answer.at("/content/0/type")).isEqualTo("text");
    try {
      return JSON.readTree(answer.at("/content/0/text"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldListToolsWithTheirArguments() {
    JsonNode tools = new BackendClient(server.baseUrl()).get("/mcp/tools").json().get("tools");

    assertThat(tools.findValuesAsText("name"))
        .contains(
            "search-by-symbol",
            "search-by-coin",
            "get-task-status",
            "execute-fk-dsl",
            "warm-cache");
    assertThat(tools.at("/0/inputSchema/required/0").asText()).isEqualTo("symbol");
    assertThat(tools.at("/0/inputSchema/properties/depth/enum/2").asText()).isEqualTo("deep");
    assertThat(tools.at("/0/inputSchema/properties/depth/default").asText()).isEqualTo("standard");
  }

  @ParameterizedTest
  @CsvSource({
    "AAPL, 205, yahoo_finance, 300",
    "aapl, 205, yahoo_finance, 300",
    "BTC, 107000, ccxt_binance, 30",
    "EURUSD, 1.1787, yahoo_finance, 60",
  })
  void shouldPriceASymbol(String symbol, double price, String provider, int ttl) {
    JsonNode result =
        result("search-by-symbol", "{\"symbol\":\"" + symbol + "\",\"depth\":\"quick\"}");

    assertThat(result.get("symbol").asText()).isEqualTo(symbol.toUpperCase(Locale.ROOT));
    assertThat(result.at("/cached/price").asDouble()).isEqualTo(price);
    assertThat(result.at("/cached/source").asText()).isEqualTo(provider);
    assertThat(result.at("/cached/ttl").asInt()).isEqualTo(ttl);
    assertThat(result.at("/cached/confidence").asDouble()).isEqualTo(1);
    assertThat(result.at("/data_lineage/providers/0").asText()).isEqualTo(provider);
    assertThat(result.get("structural_data").isNull()).isTrue();
    assertThat(result.get("narrative").isNull()).isTrue();
  }

  @Test
  void shouldPriceNothingForAnUnknownSymbol() {
    JsonNode result = result("search-by-symbol", "{\"symbol\":\"TEST1234\",\"depth\":\"deep\"}");

    assertThat(result.at("/cached/price").asDouble()).isZero();
    assertThat(result.at("/cached/source").asText()).isEqualTo("unknown");
    assertThat(result.at("/cached/confidence").asDouble()).isZero();
    assertThat(result.at("/data_lineage/source_count").asInt()).isZero();
  }

  @Test
  void shouldTellMoreTheDeeperItLooks() {
    JsonNode standard = result("search-by-symbol", "{\"symbol\":\"MSFT\"}");
    JsonNode deep = result("search-by-symbol", "{\"symbol\":\"MSFT\",\"depth\":\"deep\"}");

    assertThat(standard.at("/structural_data/pe_ratio").asDouble()).isBetween(12.0, 45.0);
    assertThat(standard.at("/structural_data/week_52_high").asDouble())
        .isGreaterThan(standard.at("/structural_data/week_52_low").asDouble());
    assertThat(standard.at("/narrative/summary").asText())
        .startsWith("Microsoft Corporation closed at 497.00 USD");
    assertThat(standard.at("/narrative/sections")).hasSize(3);
    assertThat(deep.at("/narrative/sections")).hasSize(4);
  }

  @Test
  void shouldKnowWhatOnlyCoinsHave() {
    JsonNode result =
        result("search-by-coin", "{\"symbol\":\"ETH\",\"exchange\":\"kraken\",\"pair\":\"EUR\"}");

    assertThat(result.get("pair").asText()).isEqualTo("ETH/EUR");
    assertThat(result.get("exchange").asText()).isEqualTo("kraken");
    assertThat(result.at("/crypto_metrics/dominance").asDouble()).isBetween(5.0, 20.0);
    assertThat(result.at("/crypto_metrics/athDate").asText()).matches("202[45]-\\d\\d-\\d\\d");
    assertThat(result.at("/crypto_metrics/high_24h").asDouble())
        .isGreaterThan(result.at("/crypto_metrics/low_24h").asDouble());
    assertThat(result.at("/task/id").asText()).matches("crypto-eth-[0-9a-f]{8}");
  }

  @Test
  void shouldCompleteAnAnnouncedAnalysisLater() {
    JsonNode task = result("search-by-symbol", "{\"symbol\":\"AMD\"}").get("task");
    assertThat(task.get("id").asText()).matches("analysis-amd-[0-9a-f]{8}");
    assertThat(task.get("status").asText()).isEqualTo("pending");
    assertThat(task.get("resource_url").asText())
        .isEqualTo("mcp://task/" + task.get("id").asText());

    JsonNode end = end(server, task.get("id").asText());

    assertThat(end.get("status").asText()).isEqualTo("completed");
    assertThat(end.get("type").asText()).isEqualTo("equity_analysis");
    assertThat(end.at("/result/narrative/summary").asText()).startsWith("Advanced Micro Devices");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search-by-symbol | {} | missing required argument 'symbol'",
        "search-by-symbol | {\"symbol\":7} | argument 'symbol' must be text of at most 1000"
            + " characters",
        "search-by-symbol | {\"symbol\":\"A\",\"depth\":\"x\"} | argument 'depth' must be one of"
            + " quick, standard, deep",
        "search-by-symbol | {\"symbol\":\"A\",\"market\":\"MARS\"} | argument 'market' must be one"
            + " of US, UK, EU, JP, CN, HK, CRYPTO, GLOBAL",
        "execute-fk-dsl | {\"query\":\"x\",\"async\":1} | argument 'async' must be true or false",
        "warm-cache | {\"symbols\":[]} | argument 'symbols' must be a list of 1 to 100 texts",
        "warm-cache | {\"symbols\":[\"A\"],\"concurrency\":0} | argument 'concurrency' must be a"
            + " whole number above 0",
        "fly | {} | unknown tool 'fly'",
      })
  void shouldAnswerABadCallWithAnErrorText(String tool, String arguments, String problem) {
    Answer answer = call(tool, arguments);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/isError")).isEqualTo("true");
    assertThat(answer.at("/content/0/text")).isEqualTo("Error: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":1}", "{\"name\":\"fly\",\"arguments\":[]}", "[]", "{"})
  void shouldRefuseAMalformedBody(String body) {
    Answer answer = new BackendClient(server.baseUrl()).post("/mcp/tools/call", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").isArray()).isTrue();
  }

  @Test
  void shouldWarmTheCacheOfKnownSymbols() {
    JsonNode warmed = result("warm-cache", "{\"symbols\":[\"AAPL\",\"BTC\",\"TEST1000\"]}");

    assertThat(warmed.toString()).isEqualTo("{\"AAPL\":true,\"BTC\":true,\"TEST1000\":false}");
  }

  @Test
  void shouldAnswerAQueryAtOnce() {
    JsonNode answer =
        result(
            "execute-fk-dsl",
            "{\"query\":\"COMPARE AAPL vs BTC ON: PRICE, PE, BETA\",\"async\":false}");

    assertThat(answer.get("status").asText()).isEqualTo("completed");
    assertThat(answer.at("/result/AAPL/PRICE").asDouble()).isEqualTo(205);
    assertThat(answer.at("/result/BTC/PRICE").asDouble()).isEqualTo(107_000);
    assertThat(answer.at("/result/BTC/PE").isNull()).isTrue();
    assertThat(answer.at("/result/AAPL/BETA").asDouble()).isNotZero();
  }

  @Test
  void shouldAnswerAQueryLater() {
    JsonNode accepted =
        result("execute-fk-dsl", "{\"query\":\"EVALUATE NVDA: RSI, MACD, SMA 50\"}");
    assertThat(accepted.get("status").asText()).isEqualTo("running");
    assertThat(accepted.get("total_steps").asInt()).isEqualTo(3);

    JsonNode end = end(server, accepted.get("task_id").asText());

    assertThat(end.get("status").asText()).isEqualTo("completed");
    assertThat(end.get("progress").asDouble()).isEqualTo(1);
    assertThat(end.get("query").asText()).isEqualTo("EVALUATE NVDA: RSI, MACD, SMA 50");
    assertThat(end.at("/result/RSI").asDouble()).isBetween(0.0, 100.0);
    assertThat(end.at("/result/MACD/macd").isNumber()).isTrue();
    assertThat(end.at("/result/SMA 50").asDouble()).isPositive();
    assertThat(Instant.parse(end.get("completed_at").asText()))
        .isAfterOrEqualTo(Instant.parse(end.get("started_at").asText()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EVALUATE NVDA MACD | parse error at position 15: expected ':', found 'MACD'",
        "EVALUATE XXXX: RSI | no data for XXXX",
        "ANALYZE BTC FOR FUNDAMENTALS | no data for fundamentals of BTC",
      })
  void shouldFailAQueryWithoutBeingAnError(String query, String error) {
    JsonNode answer = result("execute-fk-dsl", "{\"query\":\"" + query + "\",\"async\":false}");

    assertThat(answer.get("status").asText()).isEqualTo("failed");
    assertThat(answer.get("error").asText()).isEqualTo(error);
  }

  @Test
  void shouldKnowThatItDoesNotKnowATask() {
    assertThat(result("get-task-status", "{\"taskId\":\"nobody\"}").toString())
        .isEqualTo(
            "{\"task_id\":\"nobody\",\"status\":\"not_found\",\"progress\":null,\"type\":null}");
  }

  @Test
  void shouldLeaveTasksRunningWithoutWorkers() {
    try (BackendServer idle = start(Faults.NONE.without(Part.WORKERS))) {
      String query = "{\"query\":\"GET PRICE FOR AAPL\"}";
      String id = result(idle, "execute-fk-dsl", query).get("task_id").asText();

      JsonNode state = result(idle, "get-task-status", "{\"taskId\":\"" + id + "\"}");

      assertThat(state.get("status").asText()).isEqualTo("running");
      assertThat(state.get("progress").asDouble()).isZero();
    }
  }

  @Test
  void shouldTakeLongerOverEachStepOfSlowWork() {
    try (BackendServer slow = start(Faults.NONE.withWorkDelay(Duration.ofMillis(200)))) {
      long start = System.nanoTime();
      result(slow, "execute-fk-dsl", "{\"query\":\"EVALUATE AAPL: RSI, PE\",\"async\":false}");
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(400_000_000L);
    }
  }

  @Test
  void shouldFailOverToAnotherProviderOrSayThatThereIsNone() {
    try (BackendServer poor = start(Faults.NONE.without(Part.PROVIDERS))) {
      JsonNode apple = result(poor, "search-by-symbol", "{\"symbol\":\"AAPL\"}");
      JsonNode euro = result(poor, "search-by-symbol", "{\"symbol\":\"EURUSD\"}");

      assertThat(apple.at("/cached/price").asDouble()).isEqualTo(205);
      assertThat(apple.at("/data_lineage/providers").toString()).isEqualTo("[\"fmp\"]");
      assertThat(euro.at("/cached/price").asDouble()).isZero();
      assertThat(euro.at("/cached/source").asText()).isEqualTo("error");
      assertThat(euro.get("narrative").isNull()).isTrue();
    }
  }

  private static BackendServer start(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }

  private static JsonNode end(BackendServer asked, String id) {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode state;
    do {
      state = result(asked, "get-task-status", "{\"taskId\":\"" + id + "\"}");
      assertThat(Instant.now()).as(state.toString()).isBefore(deadline);
      pause();
    } while (List.of("pending", "running").contains(state.get("status").asText()));
    return state;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
