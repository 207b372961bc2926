package simulations.users.accounts;

import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.target.Target;
import loadgate.target.TargetException;

/**
 * Works with accounts: mostly reads one of them, every fifth time several, sometimes creates or
 * changes one.
 */
public final class AccountsUser implements UserType, UserTypeHooks {

  private static final String ACCOUNT_SET = "account-set";
  private static final String BATCH_READS = "batch-reads";

  private static final Duration WARM_UP = Duration.ofSeconds(2);

  /** Lists and batches do not use the cache of the target, so it is left as it is. */
  private static final List<String> WARM_UP_PATHS =
      Stream.generate(() -> List.of("/accounts?limit=50", "/accounts?ids=acc_0"))
          .limit(8)
          .flatMap(List::stream)
          .toList();

  private final AccountSet accounts;
  private final boolean batchReads;

  public AccountsUser() {
    this(new AccountSet(100), false);
  }

  private AccountsUser(AccountSet accounts, boolean batchReads) {
    this.accounts = accounts;
    this.batchReads = batchReads;
  }

  /**
   * {@code account-set}: the number of accounts to work with; {@code batch-reads}: whether several
   * accounts are read by their ids instead of as a page.
   */
  @Override
  public UserType configured(Options options) {
    options.only(ACCOUNT_SET, BATCH_READS);
    int size = options.wholeNumber(ACCOUNT_SET, accounts.size(), AccountSet.MIN_SIZE);
    return new AccountsUser(new AccountSet(size), options.flag(BATCH_READS, batchReads));
  }

  @Override
  public Duration longestIteration() {
    return AccountRequests.TIMEOUT;
  }

  @Override
  public List<Metric> metrics() {
    return AccountRequests.METRICS;
  }

  /**
   * Checks that the target has enough accounts and warms it up: a server that has just started
   * answers its first hundreds of requests ten times as slowly, which is more than the limits allow
   * for in a run of a minute.
   */
  @Override
  public void prepare(Target target) {
    String total =
        target.get("/accounts?limit=1").expect(200).header("X-Total-Count").orElse("nothing");
    if (!total.matches("\\d{1,9}") || Integer.parseInt(total) < accounts.size()) {
      throw new TargetException(
          "GET /accounts?limit=1 says %s in X-Total-Count, but %d accounts are needed; fill the target or set %s"
              .formatted(total, accounts.size(), ACCOUNT_SET));
    }
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP.toNanos()) {
      target.getAll(WARM_UP_PATHS);
    }
  }

  @Override
  public ChainBuilder iterate() {
    AccountRequests requests = new AccountRequests(accounts);
    return weighted(
        task(72, requests.readOne()),
        task(18, batchReads ? requests.readBatch() : requests.readPage()),
        task(5, requests.create()),
        task(5, requests.change()));
  }
}
