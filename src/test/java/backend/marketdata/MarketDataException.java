package backend.marketdata;

/** A request or query without an answer; the message is for the client. */
final class MarketDataException extends RuntimeException {

  private final String source;

  private MarketDataException(String message, String source) {
    super(message, null, false, false);
    this.source = source;
  }

  static MarketDataException unknown(String symbol) {
    return new MarketDataException("no data for " + symbol, "unknown");
  }

  static MarketDataException providersDown(String symbol) {
    return new MarketDataException("no provider answers for " + symbol, "error");
  }

  static MarketDataException invalidQuery(String text) {
    return new MarketDataException("parse error: '" + text + "' is no query", "unknown");
  }

  /** The source of a price that there is none of: unknown or error. */
  String source() {
    return source;
  }
}
