package simulations;

import loadgate.GatedSimulation;
import simulations.users.application.AuthFlowUser;

/** Accounts and sessions alone. */
public final class AuthFlowSimulation extends GatedSimulation {

  public AuthFlowSimulation() {
    super(new AuthFlowUser());
  }
}
