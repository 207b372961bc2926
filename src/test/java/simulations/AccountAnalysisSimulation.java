package simulations;

import loadgate.GatedSimulation;
import simulations.users.AccountAnalysisBurstUser;
import simulations.users.AccountAnalysisUser;

/** Accounts that agents look into, step by step before the eyes of who asked. */
public final class AccountAnalysisSimulation extends GatedSimulation {

  public AccountAnalysisSimulation() {
    super(new AccountAnalysisUser(), new AccountAnalysisBurstUser());
  }
}
