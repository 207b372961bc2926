package backend;

import static org.assertj.core.api.Assertions.assertThat;

import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsIT {

  private static final String PING = "/api/v1/health/ping";

  @Test
  void shouldDelayEveryRequestWithoutQueueingThem() {
    Faults faults = Faults.NONE.withLatency(Duration.ofMillis(600));
    try (BackendServer server = start(faults)) {
      BackendClient client = new BackendClient(server.baseUrl());
      long start = System.nanoTime();
      List<CompletableFuture<BackendClient.Answer>> answers =
          Stream.generate(() -> client.sendAsync("GET", PING, "")).limit(100).toList();
      answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
      assertThat(System.nanoTime() - start).isBetween(600_000_000L, 30_000_000_000L);
    }
  }

  @Test
  void shouldNotDelayWithoutLatency() {
    try (BackendServer server = start(Faults.NONE)) {
      BackendClient client = new BackendClient(server.baseUrl());
      long fastest = LongStream.range(0, 10).map(i -> nanosOf(client)).min().orElseThrow();
      assertThat(fastest).isLessThan(300_000_000L);
    }
  }

  @Test
  void shouldFailTheShareOfRequestsThatIsAskedFor() {
    try (BackendServer server = start(Faults.NONE.withErrorRate(0.2))) {
      BackendClient client = new BackendClient(server.baseUrl());
      List<CompletableFuture<BackendClient.Answer>> answers =
          Stream.generate(() -> client.sendAsync("GET", PING, "")).limit(200).toList();
      long failed = answers.stream().filter(answer -> answer.join().status() == 500).count();
      assertThat(failed).isBetween(15L, 70L);
    }
  }

  @Test
  void shouldFailInTheWordsOfTheContract() {
    try (BackendServer server = start(Faults.NONE.withErrorRate(1))) {
      BackendClient client = new BackendClient(server.baseUrl());
      assertThat(client.get(PING).body()).isEqualTo("{\"detail\":\"Internal server error\"}");
      assertThat(client.get("/api/market/overview").body())
          .isEqualTo(
              "{\"success\":false,\"error\":\"Internal server error\",\"detail\":null,"
                  + "\"code\":\"INTERNAL_ERROR\"}");
      assertThat(client.get("/nowhere").status()).isEqualTo(500);
    }
  }

  @Test
  void shouldFailNothingWithoutErrorRate() {
    try (BackendServer server = start(Faults.NONE)) {
      BackendClient client = new BackendClient(server.baseUrl());
      assertThat(IntStream.range(0, 50).map(i -> client.get(PING).status())).containsOnly(200);
    }
  }

  @Test
  void shouldMissEveryTimeWithoutCache() {
    try (BackendServer server = start(Faults.NONE.without(Part.CACHE))) {
      BackendClient client = new BackendClient(server.baseUrl());
      String path = "/api/portfolio/summary";
      BackendClient.Answer first = client.get(path);
      BackendClient.Answer second = client.get(path);
      assertThat(first.header("X-Cache")).contains("MISS");
      assertThat(second.header("X-Cache")).contains("MISS");
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(client.get("/api/cache/metrics").at("/data/misses")).isEqualTo("2");
    }
  }

  @Test
  void shouldSayNothingAboutTheCacheWithoutItsHeader() {
    try (BackendServer server = start(Faults.NONE.without(Part.CACHE_HEADER))) {
      BackendClient client = new BackendClient(server.baseUrl());
      client.get("/api/portfolio/summary");
      assertThat(client.get("/api/portfolio/summary").header("X-Cache")).isEmpty();
      assertThat(client.get("/api/cache/metrics").at("/data/hits")).isEqualTo("1");
    }
  }

  @Test
  void shouldLeaveTasksAloneWithoutWorkers() {
    try (BackendServer server = start(Faults.NONE.without(Part.WORKERS))) {
      BackendClient client = new BackendClient(server.baseUrl());
      BackendClient.Answer health = client.get("/api/v1/tasks/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.at("/status")).isEqualTo("unhealthy");
      assertThat(health.at("/celery_available")).isEqualTo("false");
      assertThat(health.at("/active_workers")).isEqualTo("0");
      String id = client.post("/api/v1/tasks", "{\"kind\":\"echo\"}").at("/task_id");
      assertThat(client.get("/api/v1/tasks/" + id + "/result?timeout=1").status()).isEqualTo(500);
      assertThat(client.get("/api/v1/tasks/" + id + "/status").at("/status")).isEqualTo("PENDING");
      assertThat(client.get("/api/v1/tasks/workers/stats").body())
          .isEqualTo("{\"stats\":{},\"ping\":{},\"registered\":{}}");
      assertThat(client.get("/api/v1/health/").at("/components/tasks/status"))
          .isEqualTo("unavailable");
      assertThat(client.get("/api/v1/health/").at("/status")).isEqualTo("healthy");
    }
  }

  @Test
  void shouldTakeLongerForQueriesAndModelsWithADelay() {
    try (BackendServer server = start(Faults.NONE.withWorkDelay(Duration.ofMillis(150)))) {
      BackendClient client = new BackendClient(server.baseUrl());
      String timing =
          client
              .post("/api/analysis/analyze", "{\"symbol\":\"AAPL\"}")
              .header("Server-Timing")
              .orElseThrow();
      assertThat(timing.replaceAll("[^0-9., ]", "").split(", "))
          .allMatch(millis -> Double.parseDouble(millis) >= 150);
    }
  }

  private static BackendServer start(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }

  private static long nanosOf(BackendClient client) {
    long start = System.nanoTime();
    client.get(PING);
    return System.nanoTime() - start;
  }
}
