package proof;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.GatedSimulation;
import loadgate.UserType;

/** Users whose own function computes for seconds, in which no other user gets a turn. */
public final class BlockingSimulation extends GatedSimulation {

  private static final long SECONDS = 4;

  public BlockingSimulation() {
    super(new BlockingUser());
  }

  /** Looks at an order and computes. */
  public static final class BlockingUser implements UserType {

    @Override
    public ChainBuilder iterate() {
      return exec(http("Look").get("/orders/1"))
          .exec(
              session -> {
                long end = System.nanoTime() + SECONDS * 1_000_000_000;
                while (System.nanoTime() < end) {
                  Thread.onSpinWait();
                }
                return session;
              });
    }
  }
}
