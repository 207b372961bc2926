package simulations.users.accounts;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import loadgate.JsonBody;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.CacheOutcome;
import loadgate.metrics.Metric;
import loadgate.metrics.ServerTimings;
import loadgate.model.Unit;

/** The requests on accounts, each with its checks and with what the answer tells of the target. */
final class AccountRequests {

  private static final Metric DATABASE_TIME =
      Metric.values("database-time", "Database time", Unit.MILLISECONDS);
  private static final Metric CACHE_TIME =
      Metric.values("cache-time", "Cache time of a hit", Unit.MILLISECONDS);
  private static final Metric CACHE_WRITE_TIME =
      Metric.values("cache-write-time", "Cache time of a change", Unit.MILLISECONDS);
  private static final Metric HIT_TIME =
      Metric.values("hit-time", "Account from the cache", Unit.MILLISECONDS);
  private static final Metric MISS_TIME =
      Metric.values("miss-time", "Account from the database", Unit.MILLISECONDS);

  private static final Function<Session, Optional<Metric.Sample>> MILLIS =
      session ->
          session.contains("millis")
              ? Optional.of(Metric.Sample.value(session.getInt("millis")))
              : Optional.empty();

  static final List<Metric> METRICS =
      List.of(
          CacheMetrics.HIT,
          CacheMetrics.MARKER,
          DATABASE_TIME,
          CACHE_TIME,
          CACHE_WRITE_TIME,
          HIT_TIME,
          MISS_TIME);

  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final AccountSet accounts;

  AccountRequests(AccountSet accounts) {
    this.accounts = accounts;
  }

  ChainBuilder readOne() {
    HttpRequestActionBuilder request =
        http("GET /accounts/{id}")
            .get("/accounts/#{id}")
            .check(
                status().is(200),
                responseTimeInMillis().saveAs("millis"),
                jsonPath("$.id").isEL("#{id}").name("answer is about another account"),
                notBlank("$.name").name("account has no name"),
                jsonPath("$.revenue").ofDouble().exists().name("account has no revenue"));
    return exec(session -> session.set("id", accounts.id()).remove("millis"))
        .exec(ServerTimings::forget)
        .exec(CacheMetrics.recorded(withTimings(request)))
        // Each outcome has a time of its own. An answer that says HIT without the time of a cache
        // access has not come from the cache, whatever its header says.
        .doIf(session -> isFrom(session, CacheOutcome.HIT))
        .then(exec(CACHE_TIME.record(ServerTimings.entry("cache")), HIT_TIME.record(MILLIS)))
        .doIf(session -> isFrom(session, CacheOutcome.MISS))
        .then(exec(DATABASE_TIME.record(ServerTimings.entry("db")), MISS_TIME.record(MILLIS)));
  }

  private static boolean isFrom(Session session, CacheOutcome outcome) {
    return CacheMetrics.outcome(session).equals(Optional.of(outcome));
  }

  /** The text at a path is there and not blank. */
  private static CheckBuilder.Final notBlank(String path) {
    return jsonPath(path).transform(String::isBlank).is(false);
  }

  ChainBuilder readPage() {
    HttpRequestActionBuilder request =
        http("GET /accounts")
            .get("/accounts?limit=50&offset=#{offset}")
            .check(
                status().is(200),
                header("X-Total-Count")
                    .transform(Integer::valueOf)
                    .gte(accounts.size())
                    .name("there are not enough accounts")
                    .saveAs("total"),
                jsonPath("$[*].id")
                    .findAll()
                    .transform(ids -> Set.copyOf(ids).size())
                    .is(AccountRequests::pageSize)
                    .name("page has not the number of accounts that it should"));
    return exec(session -> session.set("offset", accounts.offset()))
        .exec(timed(withTimings(request)));
  }

  private static int pageSize(Session session) {
    return AccountSet.pageSize(session.getInt("offset"), session.getInt("total"));
  }

  ChainBuilder readBatch() {
    HttpRequestActionBuilder request =
        http("GET /accounts [batch]")
            .get("/accounts?ids=#{ids}")
            .check(
                status().is(200),
                jsonPath("$[*].id")
                    .count()
                    .is(AccountSet.BATCH)
                    .name("there are not five accounts"),
                jsonPath("$[*].id")
                    .findAll()
                    .transform(Set::copyOf)
                    .is(session -> Set.of(session.getString("ids").split(",")))
                    .name("answer is about other accounts"));
    return exec(session -> session.set("ids", accounts.batch())).exec(timed(withTimings(request)));
  }

  ChainBuilder create() {
    HttpRequestActionBuilder request =
        http("POST /accounts")
            .post("/accounts")
            .body(
                JsonBody.of(
                    session -> Map.of("name", session.getString("name"), "revenue", 1_000_000)))
            .asJson()
            .check(
                status().is(201),
                notBlank("$.id").name("new account has no id"),
                jsonPath("$.name").isEL("#{name}").name("new account has another name"));
    return exec(session ->
            session.set("name", "Load " + UUID.randomUUID().toString().substring(24)))
        .exec(timed(withTimings(request)));
  }

  ChainBuilder change() {
    HttpRequestActionBuilder request =
        http("PATCH /accounts/{id}")
            .patch("/accounts/#{id}")
            .body(JsonBody.of(session -> Map.of("revenue", session.getInt("revenue"))))
            .asJson()
            .check(
                status().is(200),
                jsonPath("$.id").isEL("#{id}").name("answer is about another account"),
                jsonPath("$.revenue")
                    .ofDouble()
                    .is(s -> (double) s.getInt("revenue"))
                    .name("revenue is not the one that was sent"));
    return exec(session -> session.set("id", accounts.id()).set("revenue", revenue()))
        .exec(timed(withTimings(request)))
        .exec(CACHE_WRITE_TIME.record(ServerTimings.entry("cache")));
  }

  private static int revenue() {
    return ThreadLocalRandom.current().nextInt(100_000, 5_000_001);
  }

  private static HttpRequestActionBuilder withTimings(HttpRequestActionBuilder request) {
    return request.requestTimeout(TIMEOUT).check(ServerTimings.saved());
  }

  /** Records the database time that the answer tells. */
  private static ChainBuilder timed(Executable request) {
    return exec(ServerTimings::forget)
        .exec(request)
        .exec(DATABASE_TIME.record(ServerTimings.entry("db")));
  }
}
