package simulations.users.accounts;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.CacheOutcome;
import loadgate.metrics.Metric;
import loadgate.metrics.ServerTimings;
import loadgate.model.Unit;
import loadgate.target.Target;
import loadgate.target.TargetException;
import simulations.users.application.RandomText;

/** The requests on accounts, each with what its answer must hold and what it says of the target. */
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

  static final List<Metric> METRICS =
      List.of(
          CacheMetrics.HIT,
          CacheMetrics.MARKER,
          DATABASE_TIME,
          CACHE_TIME,
          CACHE_WRITE_TIME,
          HIT_TIME,
          MISS_TIME);

  /** How long the target is asked for lists before the load. */
  private static final Duration WAKING = Duration.ofSeconds(2);

  private static final List<String> LISTS =
      Stream.generate(() -> List.of("/accounts?limit=50", "/accounts?ids=acc_0"))
          .limit(8)
          .flatMap(List::stream)
          .toList();

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String ACCOUNTS = "/accounts";
  private static final String TOTAL = "X-Total-Count";
  private static final String ID = "accountId";
  private static final String IDS = "accountIds";
  private static final String OFFSET = "accountOffset";
  private static final String PAGE_TOTAL = "accountTotal";
  private static final String NAME = "accountName";
  private static final String REVENUE = "accountRevenue";
  private static final String MILLIS = "accountMillis";

  private final UserType userType;
  private final AccountSet accounts;

  AccountRequests(UserType userType, AccountSet accounts) {
    this.userType = userType;
    this.accounts = accounts;
  }

  /**
   * Makes sure that the target has as many accounts as the users expect, and that it is awake: a
   * server that has just started answers its first hundreds of requests ten times as slowly, which
   * is more than its limits allow for in a run of a minute. Its cache is left as it is.
   */
  void prepare(Target target) {
    findAccounts(target);
    long start = System.nanoTime();
    while (System.nanoTime() - start < WAKING.toNanos()) {
      target.getAll(LISTS);
    }
  }

  private void findAccounts(Target target) {
    String total = target.get("/accounts?limit=1").expect(200).header(TOTAL).orElse("nothing");
    if (!total.matches("\\d{1,9}") || Integer.parseInt(total) < accounts.size()) {
      throw new TargetException(
          String.format(
              "GET /accounts?limit=1 says %s in %s, but %s needs %d accounts; fill the target or"
                  + " set loadgate.user-types.%s.account-set",
              total, TOTAL, "accounts", accounts.size(), "accounts"));
    }
  }

  ChainBuilder get() {
    HttpRequestActionBuilder request =
        asked(http("GET /accounts/{id}").get(ACCOUNTS + "/#{" + ID + "}"))
            .check(
                status().is(200),
                responseTimeInMillis().saveAs(MILLIS),
                jsonPath("$.id").isEL("#{" + ID + "}"),
                jsonPath("$.name").find().not(""),
                jsonPath("$.revenue").ofDouble().exists());
    return exec(session -> session.set(ID, accounts.id()).remove(MILLIS))
        .exec(ServerTimings::forget)
        .exec(CacheMetrics.recorded(request))
        .exec(DATABASE_TIME.record(ServerTimings.entry("db")))
        .exec(CACHE_TIME.record(ServerTimings.entry("cache")))
        .exec(HIT_TIME.record(session -> millis(session, CacheOutcome.HIT)))
        .exec(MISS_TIME.record(session -> millis(session, CacheOutcome.MISS)));
  }

  private static Optional<Metric.Sample> millis(Session session, CacheOutcome outcome) {
    return session.contains(MILLIS) && CacheMetrics.outcome(session).equals(Optional.of(outcome))
        ? Optional.of(Metric.Sample.value(session.getInt(MILLIS)))
        : Optional.empty();
  }

  ChainBuilder list() {
    return exec(session -> session.set(OFFSET, accounts.offset()))
        .exec(
            timed(
                http("GET /accounts")
                    .get(ACCOUNTS + "?limit=50&offset=#{" + OFFSET + "}")
                    .check(
                        status().is(200),
                        header(TOTAL).find().transform(Integer::valueOf).saveAs(PAGE_TOTAL),
                        jsonPath("$[*].id").count().is(AccountRequests::expectedPage))));
  }

  private static int expectedPage(Session session) {
    return AccountSet.pageSize(session.getInt(OFFSET), session.getInt(PAGE_TOTAL));
  }

  ChainBuilder batch() {
    return exec(session -> session.set(IDS, accounts.batch()))
        .exec(
            timed(
                http("GET /accounts [batch]")
                    .get(ACCOUNTS + "?ids=#{" + IDS + "}")
                    .check(
                        status().is(200),
                        jsonPath("$[*].id").count().is(AccountSet.BATCH),
                        jsonPath("$[*].id")
                            .findAll()
                            .transform(AccountRequests::unordered)
                            .is(session -> unordered(session.getString(IDS).split(","))))));
  }

  private static Set<String> unordered(List<String> ids) {
    return new HashSet<>(ids);
  }

  private static Set<String> unordered(String[] ids) {
    return Set.of(ids);
  }

  ChainBuilder create() {
    return exec(session -> session.set(NAME, "Load " + RandomText.of(12)))
        .exec(
            timed(
                http("POST /accounts")
                    .post(ACCOUNTS)
                    .body(JsonBody.of(AccountRequests::newAccount))
                    .asJson()
                    .check(
                        status().is(201),
                        jsonPath("$.id").find().not(""),
                        jsonPath("$.name").isEL("#{" + NAME + "}"))));
  }

  private static Map<String, ?> newAccount(Session session) {
    return Map.of("name", session.getString(NAME), "revenue", 1_000_000);
  }

  ChainBuilder change() {
    return exec(session -> session.set(ID, accounts.id()).set(REVENUE, revenue()))
        .exec(
            timed(
                http("PATCH /accounts/{id}")
                    .patch(ACCOUNTS + "/#{" + ID + "}")
                    .body(JsonBody.of(session -> Map.of("revenue", session.getInt(REVENUE))))
                    .asJson()
                    .check(
                        status().is(200),
                        jsonPath("$.id").isEL("#{" + ID + "}"),
                        jsonPath("$.revenue").ofDouble().is(s -> (double) s.getInt(REVENUE)))))
        .exec(CACHE_WRITE_TIME.record(ServerTimings.entry("cache")));
  }

  private static int revenue() {
    return ThreadLocalRandom.current().nextInt(100_000, 5_000_001);
  }

  /** The request, with the database time that its answer tells. */
  private ChainBuilder timed(HttpRequestActionBuilder request) {
    return exec(ServerTimings::forget)
        .exec(asked(request))
        .exec(DATABASE_TIME.record(ServerTimings.entry("db")));
  }

  private static HttpRequestActionBuilder asked(HttpRequestActionBuilder request) {
    return request.requestTimeout(PATIENCE).check(ServerTimings.saved());
  }
}
