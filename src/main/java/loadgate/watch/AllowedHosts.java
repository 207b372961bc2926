package loadgate.watch;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Hosts that load may be sent to. */
public final class AllowedHosts {

  private final Set<String> names;

  /**
   * @param names without port, in whichever case
   */
  public AllowedHosts(Collection<String> names) {
    this.names =
        names.stream().map(AllowedHosts::normalized).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Why a host gets no load; empty when it may. */
  public Optional<String> refusal(String host) {
    return names.contains(normalized(host))
        ? Optional.empty()
        : Optional.of(
            "host %s is not in loadgate.target.allowed-hosts (%s), so no load goes there"
                .formatted(normalized(host), String.join(", ", List.copyOf(names))));
  }

  private static String normalized(String host) {
    return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
  }
}
