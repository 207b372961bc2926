package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {

  private static final String DB = "db;dur=\\d+\\.\\d{3}";
  private static final String CACHE = "cache;dur=\\d+\\.\\d{3}";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldReadFromTheDatabaseOnceAndFromTheCacheThen() {
    Answer first = client.get("/accounts/acc_17");
    Answer second = client.get("/accounts/acc_17");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body())
        .isEqualTo(
            "{\"id\":\"acc_17\",\"name\":\"Account 17\",\"revenue\":1000000,"
                + "\"status\":\"active\",\"created_at\":\"2025-01-01T00:00:00Z\","
                + "\"updated_at\":\"2025-01-01T00:00:00Z\"}");
    assertThat(first.header("X-Cache")).contains("MISS");
    assertThat(first.header("Server-Timing").orElseThrow()).matches(DB);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("X-Cache")).contains("HIT");
    assertThat(second.header("Server-Timing").orElseThrow()).matches(CACHE);
  }

  @Test
  void shouldWriteAChangeIntoTheCacheAsWell() {
    Answer changed =
        client.send("PATCH", "/accounts/acc_18", "{\"revenue\":4711,\"status\":\"inactive\"}");
    Answer read = client.get("/accounts/acc_18");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("Server-Timing").orElseThrow()).matches(DB + ", " + CACHE);
    assertThat(changed.header("X-Cache")).isEmpty();
    assertThat(changed.at("/revenue")).isEqualTo("4711");
    assertThat(changed.at("/status")).isEqualTo("inactive");
    assertThat(changed.at("/name")).isEqualTo("Account 18");
    assertThat(changed.at("/created_at")).isEqualTo("2025-01-01T00:00:00Z");
    assertThat(changed.at("/updated_at")).isNotEqualTo("2025-01-01T00:00:00Z");
    assertThat(read.header("X-Cache")).contains("HIT");
    assertThat(read.body()).isEqualTo(changed.body());
  }

  @Test
  void shouldListInTheOrderOfCreation() {
    Answer page = client.get("/accounts?limit=3&offset=100");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().findValuesAsText("id")).containsExactly("acc_100", "acc_101", "acc_102");
    assertThat(Integer.parseInt(page.header("X-Total-Count").orElseThrow()))
        .isGreaterThanOrEqualTo(5_000);
    assertThat(page.header("Server-Timing").orElseThrow()).matches(DB);
    assertThat(page.header("X-Cache")).isEmpty();
    assertThat(client.get("/accounts").json()).hasSize(50);
    assertThat(client.get("/accounts?offset=2000000").json()).isEmpty();
  }

  @Test
  void shouldReadABatchInTheOrderOfTheRequest() {
    Answer batch = client.get("/accounts?ids=acc_9,nobody,acc_4999,acc_0,acc_9");

    assertThat(batch.status()).isEqualTo(200);
    assertThat(batch.json().findValuesAsText("id")).containsExactly("acc_9", "acc_4999", "acc_0");
    assertThat(batch.header("Server-Timing").orElseThrow()).matches(DB);
    assertThat(batch.header("X-Cache")).isEmpty();
    assertThat(batch.header("X-Total-Count")).isEmpty();
  }

  @Test
  void shouldCreateAnAccountUnderAnIdOfItsOwn() {
    Answer created = client.post("/accounts", "{\"name\":\"Load x\",\"revenue\":0.25}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("/id")).isNotEmpty();
    assertThat(created.at("/name")).isEqualTo("Load x");
    assertThat(created.at("/revenue")).isEqualTo("0.25");
    assertThat(created.at("/status")).isEqualTo("active");
    assertThat(created.header("Server-Timing").orElseThrow()).matches(DB + ", " + CACHE);
    Answer read = client.get(created.header("Location").orElseThrow());
    assertThat(read.header("X-Cache")).contains("MISS");
    assertThat(read.body()).isEqualTo(created.body());
  }

  @Test
  void shouldCreateAnAccountUnderTheGivenIdOnce() {
    String account = "{\"id\":\"my-own_ID\",\"name\":\"Mine\"}";
    Answer created = client.post("/accounts", account);
    Answer again = client.post("/accounts", account);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).contains("/accounts/my-own_ID");
    assertThat(created.at("/revenue")).isEqualTo("0");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).isEqualTo("{\"detail\":\"account 'my-own_ID' exists\"}");
  }

  @Test
  void shouldNameTheAccountThatIsNotThere() {
    String detail = "{\"detail\":\"account 'acc_x' not found\"}";
    Answer read = client.get("/accounts/acc_x");
    Answer changed = client.send("PATCH", "/accounts/acc_x", "{\"revenue\":1}");

    assertThat(List.of(read.status(), changed.status())).containsOnly(404);
    assertThat(List.of(read.body(), changed.body())).containsOnly(detail);
    assertThat(read.header("X-Cache")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "offset=-1", "ids=", "ids=a,,b", "ids=a,"})
  void shouldRefuseABadList(String query) {
    Answer answer = client.get("/accounts?" + query);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/loc/0")).isEqualTo("query");
    assertThat(answer.at("/detail/0/loc/1")).isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @Test
  void shouldReadFiftyAccountsAtATimeAndNoMore() {
    String fifty =
        IntStream.range(0, 50).mapToObj(i -> "acc_" + i).collect(Collectors.joining(","));

    assertThat(client.get("/accounts?ids=" + fifty).json()).hasSize(50);
    assertThat(client.get("/accounts?ids=" + fifty + ",acc_50").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name | missing",
        "{\"name\":\"\"} | name | string_too_short",
        "{\"name\":7} | name | string_type",
        "{\"name\":\"x\",\"revenue\":-0.01} | revenue | greater_than_equal",
        "{\"name\":\"x\",\"revenue\":\"1\"} | revenue | decimal_type",
        "{\"name\":\"x\",\"revenue\":1e999} | revenue | decimal_type",
        "{\"name\":\"x\",\"id\":\"a b\"} | id | string_pattern_mismatch",
        "{\"name\":\"x\",\"id\":\"\"} | id | string_pattern_mismatch",
      })
  void shouldRefuseABadAccount(String body, String field, String type) {
    Answer answer = client.post("/accounts", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/loc")).hasToString("[\"body\",\"" + field + "\"]");
    assertThat(answer.at("/detail/0/type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"other\":1}",
        "{\"name\":null}",
        "{\"revenue\":-1}",
        "{\"status\":\"gone\"}",
        "[]",
      })
  void shouldRefuseABadChange(String body) {
    assertThat(client.send("PATCH", "/accounts/acc_1", body).status()).isEqualTo(422);
  }

  @Test
  void shouldMissEveryTimeWithoutCache() {
    try (BackendServer uncached = faulty(Faults.NONE.without(Part.CACHE))) {
      BackendClient other = new BackendClient(uncached.baseUrl());
      Answer changed = other.send("PATCH", "/accounts/acc_1", "{\"revenue\":5}");
      Answer read = other.get("/accounts/acc_1");

      assertThat(changed.header("Server-Timing").orElseThrow()).matches(DB);
      assertThat(read.header("X-Cache")).contains("MISS");
      assertThat(read.at("/revenue")).isEqualTo("5");
      assertThat(other.get("/accounts/acc_1").header("X-Cache")).contains("MISS");
    }
  }

  @Test
  void shouldSayNothingAboutTheCacheWithoutItsHeader() {
    try (BackendServer silent = faulty(Faults.NONE.without(Part.CACHE_HEADER))) {
      assertThat(new BackendClient(silent.baseUrl()).get("/accounts/acc_1").header("X-Cache"))
          .isEmpty();
    }
  }

  @Test
  void shouldCountTheWaitForABusyDatabaseAsDatabaseTime() {
    Faults slow = Faults.NONE.withWorkDelay(Duration.ofMillis(100)).withDatabaseCalls(2);
    try (BackendServer busy = faulty(slow)) {
      BackendClient other = new BackendClient(busy.baseUrl());
      List<CompletableFuture<Answer>> answers =
          Stream.generate(() -> other.sendAsync("GET", "/accounts?limit=1", "")).limit(10).toList();
      // Of ten calls, two at a time, the last ones wait for eight others; alone a call takes 100
      // ms.
      assertThat(answers.stream().map(answer -> databaseMillis(answer.join())))
          .anyMatch(millis -> millis >= 250);
    }
  }

  private static double databaseMillis(Answer answer) {
    return Double.parseDouble(
        answer.header("Server-Timing").orElseThrow().substring("db;dur=".length()));
  }

  @Test
  void shouldNeverServeAnOldStateFromTheCacheAfterChangesAtTheSameTime() {
    List<CompletableFuture<Answer>> answers =
        IntStream.rangeClosed(1, 100)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? client.sendAsync("GET", "/accounts/acc_20", "")
                        : client.sendAsync("PATCH", "/accounts/acc_20", "{\"revenue\":" + i + "}"))
            .toList();
    answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));

    JsonNode cached = client.get("/accounts/acc_20").json();
    JsonNode stored = client.get("/accounts?ids=acc_20").json().get(0);
    assertThat(cached).isEqualTo(stored);
  }

  private static BackendServer faulty(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }
}
