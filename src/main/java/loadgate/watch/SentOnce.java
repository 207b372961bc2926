package loadgate.watch;

import io.gatling.http.client.Request;
import io.gatling.javaapi.core.Session;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiFunction;

/**
 * Refuses to send a request a second time. When a connection that was kept alive closes before any
 * answer, Gatling's HTTP client sends the request again over a new one, a POST as well, and records
 * nothing of it; no setting of Gatling's turns that off. It signs a request each time it sends it,
 * so as a signature this sees the repetition, and the request fails as the lost one that it is.
 */
public final class SentOnce implements BiFunction<Request, Session, Request> {

  /** A request is copied before it is signed; what signs it stays the same, and is its own. */
  private final Set<Object> sent =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Request apply(Request request, Session session) {
    if (!sent.add(request.getSignatureCalculator())) {
      throw new LostConnectionException();
    }
    return request;
  }

  /** The connection closed before any answer. Its message becomes the failure's. */
  static final class LostConnectionException extends RuntimeException {

    LostConnectionException() {
      super("the connection closed before any answer", null, false, false);
    }
  }
}
