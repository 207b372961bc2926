package simulations.users.accounts;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.UserType;
import loadgate.settings.Options;

/** Lists a page of accounts where it reads several. */
public record AccountsUser(AccountSet set) implements AccountsVisitor {

  public AccountsUser() {
    this(AccountSet.DEFAULT);
  }

  @Override
  public UserType configured(Options options) {
    return new AccountsUser(AccountSet.of(options));
  }

  @Override
  public ChainBuilder several(AccountRequests accounts) {
    return accounts.list();
  }
}
