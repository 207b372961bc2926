package simulations.users.accounts;

import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.target.Target;

/**
 * Works with accounts: mostly reads them one by one, every fifth time several, now and then creates
 * or changes one. Its kinds differ in how they read several.
 */
public interface AccountsVisitor extends UserType, UserTypeHooks {

  /** Those it reads and changes. */
  AccountSet set();

  ChainBuilder several(AccountRequests accounts);

  @Override
  default List<Metric> metrics() {
    return AccountRequests.METRICS;
  }

  @Override
  default void prepare(Target target) {
    new AccountRequests(this, set()).prepare(target);
  }

  @Override
  default ChainBuilder iterate() {
    AccountRequests accounts = new AccountRequests(this, set());
    return weighted(
        task(72, accounts.get()),
        task(18, several(accounts)),
        task(5, accounts.create()),
        task(5, accounts.change()));
  }
}
