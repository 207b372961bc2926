package simulations.users.accounts;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.UserType;
import loadgate.settings.Options;

/** Reads several accounts by their ids. */
public record AccountsBatchUser(AccountSet set) implements AccountsVisitor {

  public AccountsBatchUser() {
    this(AccountSet.DEFAULT);
  }

  @Override
  public UserType configured(Options options) {
    return new AccountsBatchUser(AccountSet.of(options));
  }

  @Override
  public ChainBuilder several(AccountRequests accounts) {
    return accounts.batch();
  }
}
