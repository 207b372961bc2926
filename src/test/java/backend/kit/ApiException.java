package backend.kit;

/** An error answer: its status and, as the message, the detail for the client. */
public final class ApiException extends RuntimeException {

  final int status;

  public ApiException(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }
}
