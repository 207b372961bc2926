package simulations;

import loadgate.GatedSimulation;
import simulations.users.accounts.AccountAnalysisBurstUser;
import simulations.users.accounts.AccountAnalysisUser;

/** Has agents analyse accounts and follows their event streams. */
public final class AccountAnalysisSimulation extends GatedSimulation {

  public AccountAnalysisSimulation() {
    super(new AccountAnalysisUser(), new AccountAnalysisBurstUser());
  }
}
