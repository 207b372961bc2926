package simulations;

import loadgate.GatedSimulation;
import simulations.users.accounts.AccountAnalysisBurstUser;
import simulations.users.accounts.AccountAnalysisUser;

/** Accounts that agents look into, step by step before the eyes of who asked. */
public final class AccountAnalysisSimulation extends GatedSimulation {

  public AccountAnalysisSimulation() {
    super(new AccountAnalysisUser(), new AccountAnalysisBurstUser());
  }
}
