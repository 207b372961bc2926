package backend.marketdata;

/** A question about a symbol that nobody knows, or about something that it does not have. */
public final class NoDataException extends RuntimeException {

  public NoDataException(String what) {
    super("no data for " + what, null, false, false);
  }
}
