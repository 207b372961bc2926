package loadgate.watch;

import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.engine.GatlingHttpListener;
import io.gatling.http.engine.tx.HttpTx;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import loadgate.model.SettingsException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A request that was handed to the HTTP client, from then until its answer is complete.
 *
 * @param user who sent it; empty when connections are shared and the request is one of a stream
 * @param groups that it was sent in, outermost first
 * @param startMillis since the epoch
 * @param transforms whether the simulation changes the answer before it checks it
 */
record Exchange(
    Optional<WatchedUser> user,
    List<String> groups,
    String name,
    long startMillis,
    boolean transforms) {

  private static final Field TRANSACTION = transaction();

  private static Field transaction() {
    try {
      Field transaction = GatlingHttpListener.class.getDeclaredField("tx");
      transaction.setAccessible(true);
      return transaction;
    } catch (NoSuchFieldException e) {
      throw new SettingsException("Gatling", "this version hides which user sends a request: " + e);
    }
  }

  /**
   * @param clientId the id of the user, or negative when all users share connections
   */
  static Exchange of(Request request, long clientId, HttpListener listener, Users users) {
    long now = System.currentTimeMillis();
    if (!(listener instanceof GatlingHttpListener)) {
      Optional<WatchedUser> user = users.byId(clientId);
      return new Exchange(
          user, user.map(WatchedUser::groups).orElse(List.of()), request.getName(), now, false);
    }
    try {
      HttpTx transaction = (HttpTx) TRANSACTION.get(listener);
      var session = transaction.session();
      return new Exchange(
          users.of(session.scenario()),
          List.copyOf(CollectionConverters.asJava(session.groups())),
          request.getName(),
          now,
          transaction.request().requestConfig().responseTransformer().isDefined());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two exchanges are never the same. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
