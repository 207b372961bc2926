package orders;

import io.gatling.javaapi.http.HttpProtocolBuilder;
import loadgate.GatedSimulation;

public final class BuyerSimulation extends GatedSimulation {

  public BuyerSimulation() {
    super(new BuyerUser(), new OrderClerkUser());
  }

  @Override
  protected HttpProtocolBuilder protocol(HttpProtocolBuilder defaults) {
    return defaults.acceptLanguageHeader("en");
  }
}
