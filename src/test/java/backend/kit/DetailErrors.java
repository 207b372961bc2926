package backend.kit;

import java.util.List;
import java.util.Map;

/**
 * {@code {"detail": ...}}: the errors of inference-core and of the account manager, and of every
 * path nobody else claims.
 */
public final class DetailErrors implements ErrorFormat {

  private final String prefix;

  /** Of every path. */
  public DetailErrors() {
    this("");
  }

  /** Of the paths that begin like that. */
  public DetailErrors(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith(prefix);
  }

  @Override
  public Object error(int status, String text) {
    return Map.of("detail", text);
  }

  @Override
  public Object invalid(List<Violation> violations) {
    return Map.of("detail", violations);
  }
}
