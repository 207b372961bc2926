package loadgate.watch;

import io.gatling.http.client.Request;
import io.gatling.http.client.body.string.StringRequestBody;
import io.gatling.javaapi.core.Session;
import java.util.function.BiFunction;

/**
 * Gives a request whose body is a text in JSON the header that says so, unless it has one: many
 * servers read no JSON without it, and a Gatling body cannot bring a header along.
 */
public final class JsonContentType implements BiFunction<Request, Session, Request> {

  private static final String CONTENT_TYPE = "Content-Type";

  @Override
  public Request apply(Request request, Session session) {
    if (request.getBody() instanceof StringRequestBody body
        && isJson(body.getContent())
        && !request.getHeaders().contains(CONTENT_TYPE)) {
      request.getHeaders().set(CONTENT_TYPE, "application/json");
    }
    return request;
  }

  private static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }
}
