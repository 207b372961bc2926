package loadgate.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import loadgate.model.SettingsException;
import loadgate.settings.Settings;
import loadgate.target.Target;
import loadgate.watch.AllowedHosts;

/**
 * Where a plain simulation sends its load: the base URLs of its own protocols, held against the
 * settings before any load is sent.
 *
 * @param simulation class name, for messages
 */
public record SimulationTarget(String simulation, Settings settings, AllowedHosts hosts) {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * Checks them.
   *
   * @param baseUrls of the simulation's HTTP protocols
   * @return the one that CPU and memory are read of; empty when neither the simulation nor the
   *     settings name one
   * @throws SettingsException for a host that is not allowed, and when the settings name a target
   *     that the simulation does not send to
   */
  public Optional<URI> checked(Collection<String> baseUrls) {
    for (String baseUrl : baseUrls) {
      hosts
          .refusal(uri(baseUrl).getHost())
          .ifPresent(
              reason -> {
                throw new SettingsException(
                    simulation,
                    "has the base URL %s; %s; if it is meant, allow it with -Dloadgate.target.allowed-hosts=%s"
                        .formatted(baseUrl, reason, uri(baseUrl).getHost()));
              });
    }
    Optional<URI> told = settings.target().baseUrl();
    if (told.isPresent()
        && !baseUrls.isEmpty()
        && baseUrls.stream().map(SimulationTarget::uri).noneMatch(told.get()::equals)) {
      throw new SettingsException(
          "loadgate.target.base-url",
          "is %s, but %s sends its load to %s; leave it out, or make them the same"
              .formatted(told.get(), simulation, String.join(", ", baseUrls)));
    }
    return told.or(() -> baseUrls.stream().map(SimulationTarget::uri).findFirst());
  }

  private static URI uri(String baseUrl) {
    String bare = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    try {
      URI uri = new URI(bare);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new SettingsException(
        "base URL", "\"" + baseUrl + "\" is none; allowed is http(s)://host[:port][/path]");
  }

  /**
   * Sends one request to each of them.
   *
   * @throws loadgate.target.TargetException when one does not answer
   */
  public void tryOut(Collection<String> baseUrls) {
    if (!settings.preflight().enabled()) {
      return;
    }
    for (String baseUrl : baseUrls) {
      URI uri = uri(baseUrl);
      new Preflight(settings.preflight().path(), uri)
          .tryOut(new Target(uri, settings.target().trustAnyCertificate(), LIMIT));
    }
  }
}
