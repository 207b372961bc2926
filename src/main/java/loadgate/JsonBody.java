package loadgate;

import static io.gatling.javaapi.core.CoreDsl.StringBody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.Body;
import io.gatling.javaapi.core.Session;
import java.util.function.Function;

/**
 * Makes JSON request bodies with Jackson, so that any text in them is escaped. User types send them
 * as {@code application/json} unless a request says otherwise.
 */
public final class JsonBody {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonBody() {}

  /** The body that the function makes for each request. */
  public static Body of(Function<Session, ?> content) {
    return StringBody(session -> text(content.apply(session)));
  }

  /** The object as JSON. */
  public static String text(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + content.getClass(), e);
    }
  }
}
