package simulations;

import loadgate.GatedSimulation;
import simulations.users.application.HealthFullUser;
import simulations.users.application.HealthUser;

/** Health probes alone. */
public final class HealthSimulation extends GatedSimulation {

  public HealthSimulation() {
    super(new HealthUser(), new HealthFullUser());
  }
}
