package simulations;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import loadgate.UserType;

/** Logs in once, then looks at one page after the other. In the settings its name is visitor. */
public final class VisitorUser implements UserType {

  private final FeederBuilder<String> accounts = csv("feeders/accounts.csv").circular();
  private final FeederBuilder<String> pages = csv("feeders/pages.csv").circular();

  @Override
  public ChainBuilder start() {
    // A user whose login fails tries again: with its own account, not with the next one.
    return doIf(user -> !user.contains("username"))
        .then(feed(accounts))
        .exec(
            http("Login")
                .post("@login@")
                .header("Content-Type", "application/json")
                .body(StringBody("{\"username\": \"#{username}\", \"password\": \"#{password}\"}"))
                .check(
                    status().is(200),
                    jsonPath("$['token','access_token','accessToken']").saveAs("token")));
  }

  @Override
  public ChainBuilder iterate() {
    return feed(pages)
        .exec(
            http("Page")
                .get("#{page}")
                .header("Authorization", "Bearer #{token}")
                .check(status().is(200)));
  }
}
