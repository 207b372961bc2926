package backend.marketdata;

/** There is no data for a symbol, either because nobody knows it or because no provider answers. */
final class NoDataException extends RuntimeException {

  private final String source;

  private NoDataException(String message, String source) {
    super(message, null, false, false);
    this.source = source;
  }

  static NoDataException unknown(String symbol) {
    return new NoDataException("no data for " + symbol, "unknown");
  }

  static NoDataException providersDown(String symbol) {
    return new NoDataException("no provider answers for " + symbol, "error");
  }

  /** What a price block names instead of a provider. */
  String source() {
    return source;
  }
}
