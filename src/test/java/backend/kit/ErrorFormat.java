package backend.kit;

import java.util.Map;

/** How one contract writes its errors: as {@code {"detail": ...}} unless it says otherwise. */
public interface ErrorFormat {

  ErrorFormat DETAIL = new ErrorFormat() {};

  /** The body of an error that {@code text} explains to the client. */
  default Object error(int status, String text) {
    return Map.of("detail", text);
  }

  /** The body of a 422. */
  default Object invalid(ValidationException broken) {
    return Map.of("detail", broken.violations);
  }
}
