package loadgate.gates;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests and groups that gates name themselves. In settings and reports each of the two has them
 * as a user type has its requests.
 */
public final class MeasuredPaths {

  /** Requests by name alone, in whichever groups they are sent. */
  public static final MeasuredUserType REQUESTS =
      new MeasuredUserType("requests", "Requests", List.of());

  /** Groups by their path. */
  public static final MeasuredUserType GROUPS = new MeasuredUserType("groups", "Groups", List.of());

  static final List<MeasuredUserType> ALL = List.of(REQUESTS, GROUPS);

  static final Set<String> NAMES =
      ALL.stream().map(MeasuredUserType::name).collect(Collectors.toUnmodifiableSet());

  /** Between the names of groups. */
  static final String SEPARATOR = " / ";

  private MeasuredPaths() {}
}
