package loadgate.watch;

import io.gatling.http.protocol.HttpProtocol;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.List;
import scala.jdk.javaapi.CollectionConverters;

/** Where the requests of a protocol go, which Gatling's own API does not tell. */
public final class BaseUrls {

  private BaseUrls() {}

  public static List<String> of(HttpProtocolBuilder protocol) {
    return List.copyOf(
        CollectionConverters.asJava(((HttpProtocol) protocol.protocol()).baseUrls()));
  }
}
