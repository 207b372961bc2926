package loadgate.run;

import java.net.URI;
import java.util.Optional;
import loadgate.settings.PreflightSettings;
import loadgate.target.Answer;
import loadgate.target.Target;
import loadgate.target.TargetException;

/**
 * One request to the target before the load.
 *
 * @param path that must be answered with success; empty when any answer to the base URL will do
 */
public record Preflight(Optional<String> path, URI baseUrl) {

  private static final int NOT_FOUND = 404;

  /** As the settings want it. */
  public static Preflight of(PreflightSettings settings, URI baseUrl) {
    return new Preflight(settings.path(), baseUrl);
  }

  /**
   * Sends it.
   *
   * @return what is to be said of the answer
   * @throws TargetException when none came, or none that will do
   */
  public Optional<String> tryOut(Target target) {
    Answer answer = target.get(path.orElse("/"));
    if (path.isPresent() && answer.status() >= 400) {
      throw new TargetException(
          "%s%s was answered %s; loadgate.preflight names a path that is answered with success"
              .formatted(baseUrl, path.get(), answer.status()));
    }
    return Optional.of(
            "loadgate: GET %s/ was answered 404, so nothing shows that this is the right API; a"
                + " path of it that is tried before the load: loadgate.preflight = \"/healthz\"")
        .filter(text -> path.isEmpty() && answer.status() == NOT_FOUND)
        .map(text -> text.formatted(baseUrl));
  }
}
