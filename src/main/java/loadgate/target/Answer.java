package loadgate.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * A response of the target.
 *
 * @param request method and path, for messages
 */
public record Answer(String request, int status, String body, HttpHeaders headers) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 200;

  /** This answer, if it has the status. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new TargetException(
          String.format(
              "%s was answered %s instead of %s: %s; check that the target serves this API",
              request, status, expected, excerpt()));
    }
    return this;
  }

  /** The value of a header, of several the first. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** All cookies that were set, with their attributes. */
  public List<String> cookies() {
    return headers.allValues("Set-Cookie");
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new TargetException(request + " was not answered in JSON: " + excerpt());
    }
  }

  private String excerpt() {
    String line = body.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "(empty body)";
    }
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
