package backend.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockListFeatureIT {

  private static final String QUOTES = "/api/stocks/quotes";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  private List<String> symbols(String query) {
    return client.get("/api/stocks?" + query).json().get("data").findValuesAsText("symbol");
  }

  @Test
  void shouldListTheLargestStocksFirst() {
    Answer first = client.get("/api/stocks");

    assertThat(first.json().get("data")).hasSize(100);
    assertThat(first.json().get("data").findValues("market_cap"))
        .extracting(JsonNode::asLong)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(first.json().get("meta").toString())
        .isEqualTo("{\"total\":6000,\"page\":1,\"limit\":100,\"pages\":60}");
  }

  @Test
  void shouldHaveEveryStockOnExactlyOneOfTwelvePages() {
    List<String> symbols = new ArrayList<>();
    for (int offset = 0; offset < 6_000; offset += 500) {
      symbols.addAll(symbols("limit=500&sort_by=symbol&order=asc&offset=" + offset));
    }

    assertThat(symbols).hasSize(6_000).isSorted();
    assertThat(new HashSet<>(symbols)).hasSize(6_000);
    assertThat(symbols("limit=500&sort_by=symbol&order=asc&offset=6000")).isEmpty();
  }

  @Test
  void shouldCountOnlyWhatTheFilterLetsThrough() {
    Answer energy = client.get("/api/stocks?sector=Energy&limit=5&offset=5");

    assertThat(energy.json().get("data").findValuesAsText("sector"))
        .containsExactly("Energy", "Energy", "Energy", "Energy", "Energy");
    assertThat(energy.json().at("/meta/total").asInt()).isBetween(1_190, 1_210);
    assertThat(energy.at("/meta/page")).isEqualTo("2");
    assertThat(symbols("min_market_cap=3000000000000&sort_by=symbol&order=asc"))
        .containsExactly("AAPL", "MSFT", "NVDA");
    assertThat(client.get("/api/stocks?max_market_cap=1").at("/meta/total")).isEqualTo("0");
    assertThat(symbols("is_active=false")).isEmpty();
    assertThat(symbols("sector=Nowhere")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"name", "created_at", "symbol"})
  void shouldSortByTheColumn(String column) {
    JsonNode stocks =
        client.get("/api/stocks?limit=500&order=asc&sort_by=" + column).json().get("data");

    assertThat(stocks.findValuesAsText(column)).hasSize(500).isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=501, limit: Input should be from 1 to 500",
    "limit=0, limit: Input should be from 1 to 500",
    "offset=-1, offset: Input should be from 0 to 2147483647",
    "sort_by=price, 'sort_by: Input should be one of symbol, name, market_cap, created_at'",
    "order=up, 'order: Input should be one of asc, desc'",
    "is_active=1, 'is_active: Input should be one of true, false'",
    "min_market_cap=much, min_market_cap: Input should be a valid number",
  })
  void shouldSayWhichParameterIsWrong(String query, String detail) {
    Answer answer = client.get("/api/stocks?" + query);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail")).isEqualTo(detail);
  }

  @Test
  void shouldDescribeAStock() {
    JsonNode stock = client.get("/api/stocks/AAPL").json().get("data");

    assertThat(stock.get("name").asText()).isEqualTo("Apple Inc.");
    assertThat(stock.get("shares_outstanding").asLong()).isEqualTo(14_900_000_000L);
    assertThat(stock.get("float_shares").asLong()).isBetween(8_940_000_000L, 14_900_000_000L);
    assertThat(stock.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "symbol",
            "name",
            "exchange",
            "sector",
            "industry",
            "market_cap",
            "is_active",
            "is_tradable",
            "created_at",
            "updated_at",
            "shares_outstanding",
            "float_shares",
            "country",
            "currency",
            "ipo_date",
            "description",
            "website",
            "employees");
  }

  @Test
  void shouldQuoteTheLastDayAndTheYearOfAStock() {
    JsonNode quote = client.get("/api/stocks/NVDA/quote").json().get("data");
    JsonNode metrics = client.get("/api/stocks/NVDA/metrics").json().get("data");

    assertThat(quote.get("price").asDouble()).isEqualTo(158.0);
    assertThat(quote.get("fifty_two_week_high")).isEqualTo(metrics.get("max_price"));
    assertThat(quote.get("fifty_two_week_low")).isEqualTo(metrics.get("min_price"));
  }

  @Test
  void shouldQuoteManyStocksInTheOrderOfTheRequest() {
    Answer answer = client.post(QUOTES, "{\"symbols\":[\"TSLA\",\"ZZZZZ\",\"AAPL\",\"aapl\"]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/data/quotes").findValuesAsText("symbol"))
        .containsExactly("TSLA", "AAPL");
    assertThat(answer.json().at("/data/not_found").toString()).isEqualTo("[\"ZZZZZ\",\"aapl\"]");
    assertThat(answer.json().at("/data/quotes/1"))
        .isEqualTo(client.get("/api/stocks/AAPL/quote").json().get("data"));
    assertThat(answer.header("Server-Timing").orElseThrow()).matches("db;dur=\\d+\\.\\d{3}");
    assertThat(answer.header("X-Cache")).isEmpty();
  }

  @Test
  void shouldQuoteFiveHundredStocks() {
    String asked =
        symbols("limit=500").stream()
            .map(symbol -> '"' + symbol + '"')
            .collect(Collectors.joining(","));

    JsonNode quotes =
        client.post(QUOTES, "{\"symbols\":[" + asked + "]}").json().at("/data/quotes");

    assertThat(quotes).hasSize(500);
    assertThat(quotes.findValues("price")).allMatch(price -> price.asDouble() > 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                | symbols: Field required",
        "{\"symbols\":[]}                  | symbols: List should have at least 1 items",
        "{\"symbols\":[\"AAPL\",\"AAPL\"]} | symbols: Symbols should be there only once",
        "{\"symbols\":[\"ABCDEF\"]}        | symbols: Symbols should have 1 to 5 letters",
        "{\"symbols\":[\"A1\"]}            | symbols: Symbols should have 1 to 5 letters",
      })
  void shouldRefuseBadSymbols(String body, String detail) {
    Answer answer = client.post(QUOTES, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail")).isEqualTo(detail);
  }

  @Test
  void shouldRefuseMoreThanFiveHundredSymbols() {
    String asked =
        IntStream.range(0, 501)
            .mapToObj(i -> "\"A%c%c\"".formatted('A' + i / 26, 'A' + i % 26))
            .collect(Collectors.joining(","));

    assertThat(client.post(QUOTES, "{\"symbols\":[" + asked + "]}").at("/detail"))
        .isEqualTo("symbols: List should have at most 500 items");
  }
}
