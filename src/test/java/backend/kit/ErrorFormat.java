package backend.kit;

import java.util.List;
import java.util.Map;

/** How one contract writes its errors. */
public interface ErrorFormat {

  /** Whether errors under this path are written this way. */
  boolean covers(String path);

  /** The body of an error that {@code text} explains to the client. */
  Object error(int status, String text);

  /** The body of a 422. */
  Object invalid(List<Violation> violations);

  /** {@code {"detail": ...}} for the paths that begin like that. */
  static ErrorFormat detail(String prefix) {
    return new ErrorFormat() {
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
    };
  }
}
