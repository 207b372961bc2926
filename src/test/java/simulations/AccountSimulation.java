package simulations;

import loadgate.GatedSimulation;
import simulations.users.accounts.AccountsBatchUser;
import simulations.users.accounts.AccountsUser;

/** Accounts that are read and written. */
public final class AccountSimulation extends GatedSimulation {

  public AccountSimulation() {
    super(new AccountsUser(), new AccountsBatchUser());
  }
}
