package orders;

import loadgate.GatedSimulation;

public final class OrdersSimulation extends GatedSimulation {
  public OrdersSimulation() {
    super(new OrderClerkUser());
  }
}
