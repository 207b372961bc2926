package simulations;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import java.util.Map;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.target.Target;

/** Logs in once, then looks at one page after the other. In the settings its name is visitor. */
public final class VisitorUser implements UserType {

  private final FeederBuilder.FileBased<String> accounts = csv("feeders/accounts.csv");
  private final FeederBuilder<String> pages = csv("feeders/pages.csv").circular();

  /** Before any load: the accounts have to be real ones. */
  @Override
  public void prepare(Target target) {
    target.post("@login@", JsonBody.text(accounts.readRecords().get(0))).expect(200);
  }

  @Override
  public ChainBuilder start() {
    // A user whose login fails tries again: with its own account, not with the next one.
    return doIf(user -> !user.contains("username"))
        .then(feed(accounts.circular()))
        .exec(
            http("Login")
                .post("@login@")
                .body(
                    JsonBody.of(
                        user ->
                            Map.of(
                                "username", user.getString("username"),
                                "password", user.getString("password"))))
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
                // Some APIs answer an error with 200. Better still: check for what has to be there.
                .check(status().is(200), substring("\"error\"").notExists()));
  }
}
