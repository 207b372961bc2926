package simulations.users;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import loadgate.ThinkTime;
import loadgate.UserType;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.target.Target;

/**
 * Works with accounts: mostly reads them one by one, now and then lists, creates or changes some.
 */
public final class AccountsUser implements UserType {

  static final ThinkTime PACE = ThinkTime.pace(Duration.ofMillis(50));

  private final AccountRequests accounts;

  public AccountsUser() {
    this(AccountSet.DEFAULT);
  }

  private AccountsUser(AccountSet set) {
    this.accounts = new AccountRequests(this, set);
  }

  @Override
  public UserType configured(Options options) {
    return new AccountsUser(AccountSet.of(options));
  }

  @Override
  public ThinkTime thinkTime() {
    return PACE;
  }

  @Override
  public List<Metric> metrics() {
    return AccountRequests.METRICS;
  }

  @Override
  public void prepare(Target target) {
    accounts.prepare(target);
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(
        task(72, accounts.get()),
        task(18, accounts.list()),
        task(5, accounts.create()),
        task(5, accounts.change()));
  }
}
