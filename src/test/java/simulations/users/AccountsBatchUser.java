package simulations.users;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.ThinkTime;
import loadgate.UserType;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.target.Target;

/**
 * As {@link AccountsUser}, but reads several accounts at once instead of listing a page of them.
 */
public final class AccountsBatchUser implements UserType {

  private final AccountRequests accounts;

  public AccountsBatchUser() {
    this(AccountSet.DEFAULT);
  }

  private AccountsBatchUser(AccountSet set) {
    this.accounts = new AccountRequests(this, set);
  }

  @Override
  public UserType configured(Options options) {
    return new AccountsBatchUser(AccountSet.of(options));
  }

  @Override
  public ThinkTime thinkTime() {
    return AccountsUser.PACE;
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
        task(18, accounts.batch()),
        task(5, accounts.create()),
        task(5, accounts.change()));
  }
}
