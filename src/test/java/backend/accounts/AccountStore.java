package backend.accounts;

import backend.kit.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The table of accounts; the database serves a limited number of calls in parallel. */
final class AccountStore {

  /** How many accounts, {@code acc_0} and so on, exist from the start. */
  private static final int SEEDED = 5_000;

  private final Database database;
  private final Semaphore permits;
  private final Duration delay;
  private final int maxCreated;
  private final AtomicLong nextNumber = new AtomicLong(SEEDED);

  /**
   * @param parallel how many calls the database serves at a time; the others wait in order
   * @param delay added to every call
   * @param maxCreated how many accounts are kept beside the seeded ones; the oldest go first
   */
  AccountStore(Database database, int parallel, Duration delay, int maxCreated) {
    this.database = database;
    this.permits = new Semaphore(parallel, true);
    this.delay = delay;
    this.maxCreated = maxCreated;
    database.execute(
        """
        CREATE TABLE crm_accounts (
          number BIGINT PRIMARY KEY,
          id VARCHAR(64) NOT NULL UNIQUE,
          name VARCHAR(200) NOT NULL,
          revenue DOUBLE PRECISION NOT NULL,
          status VARCHAR(8) NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
          version BIGINT NOT NULL
        );
        INSERT INTO crm_accounts
        SELECT X, 'acc_' || X, 'Account ' || X, 1000000, 'active',
          TIMESTAMP WITH TIME ZONE '2025-01-01 00:00:00Z',
          TIMESTAMP WITH TIME ZONE '2025-01-01 00:00:00Z', 1
        FROM SYSTEM_RANGE(0, %d - 1)
        """
            .formatted(SEEDED));
  }

  Optional<Account> find(String id) {
    return call(
        () -> database.queryFirst("SELECT * FROM crm_accounts WHERE id = ?", Account::read, id));
  }

  /** Accounts in the order of their creation, and the number of all accounts. */
  record Page(List<Account> accounts, long total) {}

  Page page(int limit, int offset) {
    String sql = "SELECT * FROM crm_accounts ORDER BY number LIMIT ? OFFSET ?";
    String count = "SELECT COUNT(*) FROM crm_accounts";
    return call(
        () ->
            new Page(
                database.query(sql, Account::read, limit, offset),
                database.query(count, row -> row.getLong(1)).get(0)));
  }

  /** The accounts with these ids, in the order of the ids; unknown ids are left out. */
  List<Account> findAll(List<String> ids) {
    String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
    String sql = "SELECT * FROM crm_accounts WHERE id IN (" + places + ")";
    Map<String, Account> byId =
        call(() -> database.query(sql, Account::read, ids.toArray())).stream()
            .collect(Collectors.toMap(Account::id, Function.identity()));
    return ids.stream().filter(byId::containsKey).map(byId::get).toList();
  }

  /**
   * Inserts an account and drops the oldest created one if there are too many.
   *
   * @return the id of the dropped account
   * @throws backend.kit.Database.DuplicateKeyException if there is an account with that id
   */
  Optional<String> insert(Account account) {
    long number = nextNumber.getAndIncrement();
    return call(
        () -> {
          database.update(
              "INSERT INTO crm_accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              number,
              account.id(),
              account.name(),
              account.revenue(),
              account.status(),
              account.createdAt(),
              account.updatedAt(),
              account.version());
          return number - maxCreated < SEEDED ? Optional.empty() : drop(number - maxCreated);
        });
  }

  private Optional<String> drop(long number) {
    return database.queryFirst(
        "SELECT id FROM OLD TABLE (DELETE FROM crm_accounts WHERE number = ?)",
        row -> row.getString("id"),
        number);
  }

  /** The account after the change; empty if there is none with that id. */
  Optional<Account> change(String id, AccountChange change) {
    Double revenue = change.revenue().isPresent() ? change.revenue().getAsDouble() : null;
    return call(
        () ->
            database.queryFirst(
                """
                SELECT * FROM FINAL TABLE (
                  UPDATE crm_accounts SET
                    name = COALESCE(?, name),
                    revenue = COALESCE(?, revenue),
                    status = COALESCE(?, status),
                    updated_at = ?,
                    version = version + 1
                  WHERE id = ?)
                """,
                Account::read,
                change.name().orElse(null),
                revenue,
                change.status().orElse(null),
                now(),
                id));
  }

  private <T> T call(Supplier<T> sql) {
    permits.acquireUninterruptibly();
    try {
      Thread.sleep(delay.toMillis());
      return sql.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      permits.release();
    }
  }

  /** The current time as exactly as the database keeps it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
