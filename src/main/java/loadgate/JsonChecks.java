package loadgate;

import static io.gatling.javaapi.core.CoreDsl.bodyString;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.CheckBuilder;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Checks that answers in JSON are whole. Gatling's own checks read the first JSON value and ignore
 * what follows, such as the error page of a server that broke down while it answered.
 */
public final class JsonChecks {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("(?i)\\s*application/([\\w.-]+\\+)?json\\s*(;.*)?");

  private static final String NONE = "no flaw";

  private JsonChecks() {}

  /** Whether the answer says that its body is JSON; for {@code checkIf}. */
  public static boolean saysJson(Response answer) {
    var type = answer.header("Content-Type");
    return type.isDefined() && MEDIA_TYPE.matcher(type.get()).matches();
  }

  /** The body is one JSON value and nothing else; it may also be empty. */
  public static CheckBuilder wellFormed() {
    return withActualValueInError(
        bodyString().transform(JsonChecks::flaw).is(NONE).name("body is not well-formed JSON"));
  }

  /** Before Gatling 3.15 the message has it anyway, and there is no such method. */
  private static CheckBuilder withActualValueInError(CheckBuilder.Final check) {
    try {
      return (CheckBuilder)
          CheckBuilder.Final.class
              .getMethod("logActualValueInError", boolean.class)
              .invoke(check, true);
    } catch (ReflectiveOperationException e) {
      return check;
    }
  }

  /** Without the place of the flaw, which would make each error text a different one. */
  static String flaw(String body) {
    if (body.isBlank()) {
      return NONE;
    }
    boolean whole = false;
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      parser.skipChildren();
      whole = true;
      return parser.nextToken() == null ? NONE : "a second value behind the first";
    } catch (IOException e) {
      return whole ? "text behind the JSON value" : "broken JSON";
    }
  }
}
