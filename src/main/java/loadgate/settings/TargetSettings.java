package loadgate.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import loadgate.model.CacheHeader;
import loadgate.model.SettingsException;

/**
 * The backend under load.
 *
 * @param baseUrl without a slash at the end; empty for the reference backend
 * @param allowedHosts that load may be sent to
 * @param trustAnyCertificate whether neither certificates nor host names are verified
 * @param cacheHeader the response header that tells a cache hit from a miss
 * @param repeatLostRequests whether a request is sent again, unrecorded, when its connection closes
 *     before any answer
 */
public record TargetSettings(
    Optional<URI> baseUrl,
    List<String> allowedHosts,
    boolean trustAnyCertificate,
    CacheHeader cacheHeader,
    boolean repeatLostRequests) {

  static TargetSettings read(Section target) {
    target.only(
        "base-url",
        "allowed-hosts",
        "trust-any-certificate",
        "cache-header",
        "repeat-lost-requests");
    List<String> allowedHosts = target.texts("allowed-hosts");
    Optional<URI> baseUrl =
        target
            .optional("base-url", target::text)
            .filter(text -> !text.isEmpty())
            .map(text -> baseUrl(target, text, allowedHosts));
    return new TargetSettings(
        baseUrl,
        allowedHosts,
        target.flag("trust-any-certificate"),
        CacheHeader.named(target.text("cache-header"))
            .orElseThrow(
                () -> target.error("cache-header", "must be one of " + CacheHeader.allowedNames())),
        target.has("repeat-lost-requests") && target.flag("repeat-lost-requests"));
  }

  private static URI baseUrl(Section target, String text, List<String> allowedHosts) {
    URI uri;
    try {
      uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (URISyntaxException e) {
      throw malformed(target, text);
    }
    boolean http =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    boolean bare = uri.getQuery() == null && uri.getFragment() == null;
    if (!http || !bare || uri.getHost() == null || uri.getUserInfo() != null) {
      throw malformed(target, text);
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    if (allowedHosts.stream().noneMatch(host::equalsIgnoreCase)) {
      throw target.error(
          "base-url",
          String.format(
              "host %s is not in loadgate.target.allowed-hosts (%s), so no load goes there;"
                  + " if it is meant, allow it with -Dloadgate.target.allowed-hosts=%s",
              host, String.join(", ", allowedHosts), host));
    }
    return uri;
  }

  private static SettingsException malformed(Section target, String text) {
    // A URL may carry a password before its host, which must not reach the console.
    String shown = text.replaceAll("^(\\w+://)?.*@", "$1***@");
    return target.error(
        "base-url", "\"" + shown + "\" is not a base URL; allowed is http(s)://host[:port][/path]");
  }
}
