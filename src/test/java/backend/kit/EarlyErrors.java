package backend.kit;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what Jetty refuses by itself, such as a malformed path, without its HTML page. Jetty does
 * not tell the path of a request it could not parse, so such an error has the form that covers all.
 */
final class EarlyErrors implements Request.Handler {

  private final ErrorAnswers errors;

  EarlyErrors(ErrorAnswers errors) {
    this.errors = errors;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    byte[] body = errors.body(path == null ? "/" : path, response.getStatus());
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
