package backend.kit;

/** An error answer: its status and, as the message, the detail for the client. */
public final class ApiException extends RuntimeException {

  final int status;

  /** Whether the answer asks for a bearer token. */
  final boolean bearerChallenge;

  private ApiException(int status, String detail, boolean bearerChallenge) {
    super(detail, null, false, false);
    this.status = status;
    this.bearerChallenge = bearerChallenge;
  }

  public static ApiException badRequest(String detail) {
    return new ApiException(400, detail, false);
  }

  public static ApiException unauthorized(String detail) {
    return new ApiException(401, detail, false);
  }

  /** A 401 that asks for a bearer token. */
  public static ApiException bearerRequired(String detail) {
    return new ApiException(401, detail, true);
  }

  public static ApiException notFound(String detail) {
    return new ApiException(404, detail, false);
  }

  public static ApiException conflict(String detail) {
    return new ApiException(409, detail, false);
  }

  public static ApiException serverError(String detail) {
    return new ApiException(500, detail, false);
  }

  public static ApiException unavailable(String detail) {
    return new ApiException(503, detail, false);
  }
}
