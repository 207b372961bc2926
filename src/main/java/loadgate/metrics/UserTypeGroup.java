package loadgate.metrics;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;

/**
 * Puts a user into the group of its type, which it never leaves: every request that it sends is
 * recorded in that group, and Gatling records no execution of the group itself.
 */
public final class UserTypeGroup {

  private UserTypeGroup() {}

  /** Enters the group; groups that the user enters later are inside it. */
  public static ChainBuilder enter(String title) {
    return exec(
        session -> new Session(session.asScala().enterGroup(title, System.currentTimeMillis())));
  }
}
