package simulations;

import loadgate.GatedSimulation;

/** Visitors, as many as the load profile wants. */
public final class ApiSimulation extends GatedSimulation {

  public ApiSimulation() {
    super(new VisitorUser());
  }
}
