package proof;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.UserTypeHooks;

/** Users that come once and name their requests after what plain feeders of Gatling give them. */
public final class FeederSimulation extends GatedSimulation {

  static final int ROWS = 12;

  public FeederSimulation() {
    super(new FedUser());
  }

  /** Takes one row of each kind of feeder. */
  public static final class FedUser implements UserType, UserTypeHooks {

    @Override
    public boolean once() {
      return true;
    }

    @Override
    public ChainBuilder iterate() {
      return feed(rows("queue").queue())
          .feed(rows("shuffle").shuffle())
          .feed(rows("circular").circular())
          .exec(exec(session -> session.set("user", session.userId())))
          .exec(
              http("queue #{queue}").get("/row"),
              http("shuffle #{shuffle}").get("/row"),
              http("circular #{circular}").get("/row"),
              http("user #{user}").get("/row"));
    }

    private static FeederBuilder<Object> rows(String name) {
      List<Map<String, Object>> rows =
          IntStream.range(0, ROWS).mapToObj(row -> Map.<String, Object>of(name, row)).toList();
      return listFeeder(rows);
    }
  }
}
