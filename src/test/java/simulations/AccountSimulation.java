package simulations;

import loadgate.GatedSimulation;
import simulations.users.accounts.AccountsUser;

/** Reads and writes accounts. */
public final class AccountSimulation extends GatedSimulation {

  public AccountSimulation() {
    super(new AccountsUser());
  }
}
