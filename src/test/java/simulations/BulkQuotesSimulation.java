package simulations;

import loadgate.GatedSimulation;
import simulations.users.investment.BulkQuotesUser;

/** A sweep over all stocks alone. */
public final class BulkQuotesSimulation extends GatedSimulation {

  public BulkQuotesSimulation() {
    super(new BulkQuotesUser());
  }
}
