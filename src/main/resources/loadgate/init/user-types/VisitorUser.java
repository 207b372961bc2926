package simulations;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import loadgate.UserType;

/** Looks at one page after the other. In the settings its name is visitor. */
public final class VisitorUser implements UserType {

  private final FeederBuilder<String> pages = csv("feeders/pages.csv").circular();

  @Override
  public ChainBuilder iterate() {
    return feed(pages)
        .exec(
            http("Page")
                .get("#{page}")
                // Some APIs answer an error with 200. Better still: check for what has to be there.
                .check(status().is(200), substring("\"error\"").notExists()));
  }
}
