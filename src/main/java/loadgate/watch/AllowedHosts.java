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

  /** Any address of this machine, which a client takes for the loopback one. */
  private static final Set<String> UNSPECIFIED = Set.of("0.0.0.0", "::");

  private static final String LOOPBACK = "127.0.0.1";

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
    String name = normalized(host);
    return names.contains(UNSPECIFIED.contains(name) ? LOOPBACK : name)
        ? Optional.empty()
        : Optional.of(
            "host %s is not in loadgate.target.allowed-hosts (%s), so no load goes there"
                .formatted(name, String.join(", ", List.copyOf(names))));
  }

  private static String normalized(String host) {
    return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
  }
}
