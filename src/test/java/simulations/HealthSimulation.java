package simulations;

import loadgate.GatedSimulation;
import simulations.users.HealthFullUser;
import simulations.users.HealthUser;

/** Health probes alone. */
public final class HealthSimulation extends GatedSimulation {

  public HealthSimulation() {
    super(new HealthUser(), new HealthFullUser());
  }
}
