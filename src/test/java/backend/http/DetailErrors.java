package backend.http;

import java.util.List;
import java.util.Map;

/** {@code {"detail": ...}}: the errors of inference-core, and of every path nobody else claims. */
public final class DetailErrors implements ErrorFormat {

  @Override
  public boolean covers(String path) {
    return true;
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
