package loadgate.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One request, or all requests of a group, or all of a run.
 *
 * @param kind of the path; a group stands for the requests in it
 * @param names outermost first: {@code [Health, Ping]}; none for all requests
 */
public record RequestPath(PathKind kind, List<String> names) {

  public static final RequestPath ALL = new RequestPath(PathKind.GROUP, List.of());

  public RequestPath {
    requireNonNull(kind, "kind");
    names = List.copyOf(names);
  }

  /** For people: {@code Health / Ping}. */
  public String title() {
    return names.isEmpty() ? "all requests" : String.join(" / ", names);
  }
}
