package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsFeatureIT {

  private static final String DB = "db;dur=\\d+\\.\\d{3}";
  private static final String CACHE = "cache;dur=\\d+\\.\\d{3}";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  private static String timing(Answer answer) {
    return answer.header("Server-Timing").orElseThrow();
  }

  @Test
  void shouldReadFromTheDatabaseOnceAndThenFromTheCache() {
    Answer first = client.get("/accounts/acc_17");
    Answer second = client.get("/accounts/acc_17");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body())
        .isEqualTo(
            "{\"id\":\"acc_17\",\"name\":\"Account 17\",\"revenue\":1000000.0,"
                + "\"status\":\"active\",\"created_at\":\"2025-01-01T00:00:00Z\","
                + "\"updated_at\":\"2025-01-01T00:00:00Z\"}");
    assertThat(first.header("X-Cache")).contains("MISS");
    assertThat(timing(first)).matches(DB);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("X-Cache")).contains("HIT");
    assertThat(timing(second)).matches(CACHE);
  }

  @Test
  void shouldWriteAChangeIntoDatabaseAndCache() {
    Answer changed =
        client.send("PATCH", "/accounts/acc_18", "{\"revenue\":4711,\"status\":\"inactive\"}");
    Answer read = client.get("/accounts/acc_18");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(timing(changed)).matches(DB + ", " + CACHE);
    assertThat(changed.json().get("revenue").intValue()).isEqualTo(4711);
    assertThat(changed.at("/status")).isEqualTo("inactive");
    assertThat(changed.at("/name")).isEqualTo("Account 18");
    assertThat(read.header("X-Cache")).contains("HIT");
    assertThat(read.body()).isEqualTo(changed.body());
    assertThat(client.get("/accounts?ids=acc_18").body()).isEqualTo("[" + read.body() + "]");
  }

  @Test
  void shouldListAPageInTheOrderOfCreation() {
    Answer page = client.get("/accounts?limit=3&offset=100");

    assertThat(page.json().findValuesAsText("id")).containsExactly("acc_100", "acc_101", "acc_102");
    assertThat(Integer.parseInt(page.header("X-Total-Count").orElseThrow()))
        .isGreaterThanOrEqualTo(5_000);
    assertThat(timing(page)).matches(DB);
    assertThat(client.get("/accounts").json()).hasSize(50);
  }

  @Test
  void shouldReadABatchInTheOrderOfTheRequest() {
    Answer batch = client.get("/accounts?ids=acc_9,nobody,acc_4999,acc_0,acc_9");

    assertThat(batch.json().findValuesAsText("id")).containsExactly("acc_9", "acc_4999", "acc_0");
    assertThat(timing(batch)).matches(DB);
  }

  @Test
  void shouldCreateAnAccountThatCanBeRead() {
    Answer created = client.post("/accounts", "{\"name\":\"Load x\",\"revenue\":0.25}");
    Answer read = client.get(created.header("Location").orElseThrow());

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.at("/name")).isEqualTo("Load x");
    assertThat(created.at("/revenue")).isEqualTo("0.25");
    assertThat(timing(created)).matches(DB + ", " + CACHE);
    assertThat(read.header("X-Cache")).contains("MISS");
    assertThat(read.body()).isEqualTo(created.body());
  }

  @Test
  void shouldRefuseIdsThatExistOrNot() {
    Answer created = client.post("/accounts", "{\"id\":\"acc_3\",\"name\":\"Mine\"}");
    Answer read = client.get("/accounts/acc_x");

    assertThat(created.status()).isEqualTo(409);
    assertThat(created.body()).isEqualTo("{\"detail\":\"account 'acc_3' exists\"}");
    assertThat(read.status()).isEqualTo(404);
    assertThat(read.body()).isEqualTo("{\"detail\":\"account 'acc_x' not found\"}");
    assertThat(client.send("PATCH", "/accounts/acc_x", "{\"revenue\":1}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "offset=-1", "ids=", "ids=a,,b", "ids=a,"})
  void shouldRefuseABadList(String query) {
    Answer answer = client.get("/accounts?" + query);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/loc/1")).isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{\"name\":\"\"} | name",
        "{\"name\":7} | name",
        "{\"name\":\"x\",\"revenue\":-0.01} | revenue",
        "{\"name\":\"x\",\"revenue\":\"1\"} | revenue",
        "{\"name\":\"x\",\"id\":\"a b\"} | id",
        "{\"name\":\"x\",\"id\":\"\"} | id",
      })
  void shouldRefuseABadAccount(String body, String field) {
    Answer answer = client.post("/accounts", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/loc")).hasToString("[\"body\",\"" + field + "\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"name\":null}", "{\"revenue\":-1}", "{\"status\":\"gone\"}", "[]"})
  void shouldRefuseABadChange(String body) {
    assertThat(client.send("PATCH", "/accounts/acc_1", body).status()).isEqualTo(422);
  }

  @Test
  void shouldMissEveryTimeWithoutCache() {
    BackendSettings settings =
        BackendSettings.onFreePort().withFaults(Faults.NONE.without(Part.CACHE));
    try (BackendServer uncached = BackendServer.start(settings)) {
      BackendClient other = new BackendClient(uncached.baseUrl());
      Answer changed = other.send("PATCH", "/accounts/acc_1", "{\"revenue\":5}");

      assertThat(timing(changed)).matches(DB);
      assertThat(other.get("/accounts/acc_1").header("X-Cache")).contains("MISS");
      assertThat(other.get("/accounts/acc_1").header("X-Cache")).contains("MISS");
    }
  }

  @Test
  void shouldKeepTheLastOfConcurrentChangesInTheCache() {
    List<CompletableFuture<Answer>> answers =
        IntStream.rangeClosed(1, 100)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? client.sendAsync("GET", "/accounts/acc_20", "")
                        : client.sendAsync("PATCH", "/accounts/acc_20", "{\"revenue\":" + i + "}"))
            .toList();
    answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));

    assertThat(client.get("/accounts/acc_20").json())
        .isEqualTo(client.get("/accounts?ids=acc_20").json().get(0));
  }
}
