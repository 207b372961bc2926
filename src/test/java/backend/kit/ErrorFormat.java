package backend.kit;

import java.util.List;

/** How one contract writes its errors. */
public interface ErrorFormat {

  /** Whether errors under this path are written this way. */
  boolean covers(String path);

  /** The body of an error that {@code text} explains to the client. */
  Object error(int status, String text);

  /** The body of a 422. */
  Object invalid(List<Violation> violations);
}
