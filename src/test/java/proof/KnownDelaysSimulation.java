package proof;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.GatedSimulation;
import loadgate.UserType;

/** Asks for answers of known delays. */
public final class KnownDelaysSimulation extends GatedSimulation {

  public KnownDelaysSimulation() {
    super(new KnownDelaysUser());
  }

  /** Sends one request of each distribution. */
  public static final class KnownDelaysUser implements UserType {

    /** The first request of a user also waits for its connection. */
    @Override
    public ChainBuilder start() {
      return exec(http("Connect").get("/"));
    }

    @Override
    public ChainBuilder iterate() {
      ChainBuilder chain = exec(session -> session);
      for (KnownDelays delays : KnownDelays.values()) {
        chain = chain.exec(http(delays.name()).get(delays.path()).check(status().is(200)));
      }
      return chain;
    }
  }
}
