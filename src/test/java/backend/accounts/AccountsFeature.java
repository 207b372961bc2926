package backend.accounts;

import backend.kit.ApiException;
import backend.kit.Cache;
import backend.kit.Database;
import backend.kit.Database.DuplicateKeyException;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.Part;
import backend.kit.ServerTiming;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads and writes accounts over HTTP; reads of a single account go through a cache. */
final class AccountsFeature implements Feature {

  private static final String ACCOUNTS = "/accounts";
  private static final int MAX_BATCH = 50;
  private static final int MAX_CREATED = 100_000;
  private static final int CACHE_CAPACITY = 2_000;
  private static final Duration CACHE_LIFETIME = Duration.ofSeconds(300);

  private final AccountStore store;
  private final boolean caching;
  private final Cache cache;
  private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

  AccountsFeature(Database database, Faults faults) {
    this.store =
        new AccountStore(database, faults.databaseCalls(), faults.workDelay(), MAX_CREATED);
    this.caching = faults.works(Part.CACHE);
    this.cache = new Cache(caching, faults.works(Part.CACHE_HEADER), CACHE_CAPACITY);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(ACCOUNTS, this::list);
    routes.post(ACCOUNTS, this::create);
    routes.get(ACCOUNTS + "/{id}", this::get);
    routes.patch(ACCOUNTS + "/{id}", this::change);
  }

  private void get(Context ctx) {
    String id = ctx.pathParam("id");
    boolean[] missed = {false};
    long start = System.nanoTime();
    Account account =
        cache.get(
            ctx,
            id,
            CACHE_LIFETIME,
            () -> {
              missed[0] = true;
              return ServerTiming.DB.of(ctx, () -> store.find(id)).orElseThrow(() -> unknown(id));
            });
    if (!missed[0]) {
      ServerTiming.CACHE.since(ctx, start);
    }
    ctx.json(account);
  }

  private void list(Context ctx) {
    JsonFields query = JsonFields.ofQuery(ctx);
    if (ctx.queryParam("ids") != null) {
      List<String> ids = ids(query);
      ctx.json(ServerTiming.DB.of(ctx, () -> store.findAll(ids)));
      return;
    }
    int limit = query.integer("limit", 50, 1, 200);
    int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
    query.throwIfInvalid();
    AccountStore.Page page = ServerTiming.DB.of(ctx, () -> store.page(limit, offset));
    ctx.header("X-Total-Count", Long.toString(page.total())).json(page.accounts());
  }

  private static List<String> ids(JsonFields query) {
    List<String> ids = List.of(query.text("ids", 1, Integer.MAX_VALUE).split(",", -1));
    if (ids.size() > MAX_BATCH || ids.contains("")) {
      query.reject("ids", "value_error", "Input should be 1 to 50 ids separated by commas");
    }
    query.throwIfInvalid();
    return ids.stream().distinct().toList();
  }

  private void create(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String name = body.text("name", 1, AccountChange.MAX_NAME);
    double revenue = body.optionalNumber("revenue", 0, AccountChange.MAX_REVENUE).orElse(0);
    Optional<String> id = body.optionalText("id", 64);
    if (id.isPresent() && !id.get().matches("[A-Za-z0-9_-]+")) {
      String rule = "String should have 1 to 64 letters, digits, underscores and hyphens";
      body.reject("id", "string_pattern_mismatch", rule);
    }
    body.throwIfInvalid();
    Instant now = AccountStore.now();
    String given = id.orElseGet(() -> "acc_" + UUID.randomUUID());
    Account account = new Account(given, name, revenue, "active", now, now, 1);
    try {
      Optional<String> dropped = ServerTiming.DB.of(ctx, () -> store.insert(account));
      // A new account takes no place in the cache before somebody reads it.
      inCache(ctx, () -> dropped.ifPresent(cache::remove));
    } catch (DuplicateKeyException e) {
      throw new ApiException(409, "account '" + given + "' exists");
    }
    ctx.status(201).header("Location", ACCOUNTS + "/" + given).json(account);
  }

  private void change(Context ctx) {
    String id = ctx.pathParam("id");
    AccountChange change = AccountChange.read(JsonFields.of(ctx));
    Account account =
        ServerTiming.DB.of(ctx, () -> store.change(id, change)).orElseThrow(() -> unknown(id));
    inCache(ctx, () -> putIfNewer(account));
    ctx.json(account);
  }

  /** Of two concurrent changes, the cache keeps the later one, as the database does. */
  private void putIfNewer(Account account) {
    synchronized (locks[Math.floorMod(account.id().hashCode(), locks.length)]) {
      Optional<Account> kept = cache.find(account.id());
      if (kept.isEmpty() || kept.get().version() < account.version()) {
        cache.put(account.id(), account, CACHE_LIFETIME);
      }
    }
  }

  /** Writes to the cache; the answer tells how long it took. */
  private void inCache(Context ctx, Runnable write) {
    if (caching) {
      long start = System.nanoTime();
      write.run();
      ServerTiming.CACHE.since(ctx, start);
    }
  }

  private static ApiException unknown(String id) {
    return new ApiException(404, "account '" + id + "' not found");
  }
}
