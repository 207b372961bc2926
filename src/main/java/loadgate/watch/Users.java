package loadgate.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The users who are there.
 *
 * <p>A user is known by the string that names its scenario: each user has an instance of its own,
 * and Gatling hands it on as it is.
 */
final class Users {

  private final Map<String, WatchedUser> byScenario =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<Long, WatchedUser> byId = new ConcurrentHashMap<>();

  void add(WatchedUser user) {
    byScenario.put(user.scenario(), user);
    byId.put(user.id(), user);
  }

  /** Forgets a user that leaves; empty when it did not come here. */
  Optional<WatchedUser> remove(String scenario) {
    Optional<WatchedUser> user = Optional.ofNullable(byScenario.remove(scenario));
    user.ifPresent(left -> byId.remove(left.id()));
    return user;
  }

  Optional<WatchedUser> of(String scenario) {
    return Optional.ofNullable(byScenario.get(scenario));
  }

  Optional<WatchedUser> byId(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<WatchedUser> present() {
    synchronized (byScenario) {
      return new ArrayList<>(byScenario.values());
    }
  }
}
