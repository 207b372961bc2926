package backend.accounts;

import backend.kit.ApiException;
import backend.kit.Database;
import backend.kit.DuplicateKeyException;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.QueryFields;
import backend.kit.ServerTiming;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and writes the accounts of the account manager; reading one goes through a cache. */
public final class AccountsFeature implements Feature {

  private static final String ACCOUNTS = "/accounts";
  private static final int MAX_PAGE = 200;
  private static final int MAX_BATCH = 50;
  private static final int MAX_CREATED = 100_000;
  private static final int CACHE_CAPACITY = 2_000;
  private static final Duration CACHE_LIFETIME = Duration.ofSeconds(300);

  private final AccountStore store;
  private final Optional<AccountCache> cache;
  private final boolean telling;

  /**
   * @param databaseCalls how many calls the database serves at a time
   * @param databaseDelay by which each of them takes longer
   * @param caching whether single accounts are kept
   * @param telling whether answers carry the header {@code X-Cache}
   */
  public AccountsFeature(
      Database database,
      int databaseCalls,
      Duration databaseDelay,
      boolean caching,
      boolean telling) {
    this.store =
        new AccountStore(database, new DatabaseCalls(databaseCalls, databaseDelay), MAX_CREATED);
    this.cache =
        caching
            ? Optional.of(new AccountCache(CACHE_CAPACITY, CACHE_LIFETIME, System::nanoTime))
            : Optional.empty();
    this.telling = telling;
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
    long start = System.nanoTime();
    Optional<Account> kept = cache.flatMap(accounts -> accounts.find(id));
    if (kept.isPresent()) {
      ServerTiming.CACHE.since(ctx, start);
      answer(ctx, kept.get(), "HIT");
    } else {
      Account account =
          ServerTiming.DB.of(ctx, () -> store.find(id)).orElseThrow(() -> unknown(id));
      cache.ifPresent(accounts -> accounts.put(account));
      answer(ctx, account, "MISS");
    }
  }

  private void answer(Context ctx, Account account, String outcome) {
    if (telling) {
      ctx.header("X-Cache", outcome);
    }
    ctx.json(account);
  }

  private void list(Context ctx) {
    if (ctx.queryParam("ids") != null) {
      batch(ctx);
      return;
    }
    QueryFields query = QueryFields.of(ctx);
    int limit = query.integer("limit", 50, 1, MAX_PAGE);
    int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
    query.throwIfInvalid();
    AccountStore.Page page = ServerTiming.DB.of(ctx, () -> store.page(limit, offset));
    ctx.header("X-Total-Count", Long.toString(page.total())).json(page.accounts());
  }

  private void batch(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    List<String> ids = List.of(query.text("ids", 1, Integer.MAX_VALUE).split(",", -1));
    if (ids.size() > MAX_BATCH || ids.contains("")) {
      query.reject("ids", "value_error", "Input should be 1 to 50 ids with commas between them");
    }
    query.throwIfInvalid();
    List<String> distinct = ids.stream().distinct().toList();
    ctx.json(ServerTiming.DB.of(ctx, () -> store.findAll(distinct)));
  }

  private void create(Context ctx) {
    NewAccount wanted = NewAccount.read(JsonFields.of(ctx));
    AccountStore.Creation creation;
    try {
      creation = ServerTiming.DB.of(ctx, () -> store.create(wanted));
    } catch (DuplicateKeyException e) {
      throw ApiException.conflict("account '" + wanted.id().orElseThrow() + "' exists");
    }
    Account account = creation.account();
    // Nobody asked to read it, so it takes no place; what had to go for it gives its place back.
    inCache(ctx, accounts -> creation.dropped().forEach(accounts::remove));
    ctx.status(201).header("Location", ACCOUNTS + "/" + account.id()).json(account);
  }

  private void change(Context ctx) {
    String id = ctx.pathParam("id");
    AccountChange change = AccountChange.read(JsonFields.of(ctx));
    Account account =
        ServerTiming.DB.of(ctx, () -> store.change(id, change)).orElseThrow(() -> unknown(id));
    inCache(ctx, accounts -> accounts.put(account));
    ctx.json(account);
  }

  /** What a write does in the cache; the answer tells how long it took. */
  private void inCache(Context ctx, Consumer<AccountCache> work) {
    cache.ifPresent(
        accounts -> {
          long start = System.nanoTime();
          work.accept(accounts);
          ServerTiming.CACHE.since(ctx, start);
        });
  }

  private static ApiException unknown(String id) {
    return ApiException.notFound("account '" + id + "' not found");
  }
}
