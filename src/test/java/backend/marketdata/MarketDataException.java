package backend.marketdata;

/** What was asked for cannot be answered; the message is for the client. */
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

  /** What a price names instead of its provider. */
  String source() {
    return source;
  }
}
