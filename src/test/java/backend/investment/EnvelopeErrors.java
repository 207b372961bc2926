package backend.investment;

import backend.kit.ErrorFormat;
import backend.kit.ValidationException;

/** The errors of the investment contract. */
final class EnvelopeErrors implements ErrorFormat {

  private record Failure(boolean success, String error, String detail, String code) {}

  /**
   * The body of a 409.
   *
   * @param detail for a program to read, such as an id
   */
  static Object conflict(String error, String detail) {
    return new Failure(false, error, detail, "HTTP_409");
  }

  @Override
  public Object error(int status, String text) {
    return new Failure(false, text, null, status == 500 ? "INTERNAL_ERROR" : "HTTP_" + status);
  }

  @Override
  public Object invalid(ValidationException broken) {
    return new Failure(false, "Validation error", broken.getMessage(), "VALIDATION_ERROR");
  }
}
