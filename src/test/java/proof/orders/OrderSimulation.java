package proof.orders;

import loadgate.GatedSimulation;

/** A team's own simulation: clerks that place orders. */
public final class OrderSimulation extends GatedSimulation {

  public OrderSimulation() {
    super(new OrderClerkUser(Mistake.NONE));
  }
}
