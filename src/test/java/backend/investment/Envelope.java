package backend.investment;

/**
 * Every success of the investment contract.
 *
 * @param meta null unless the data is a page of a list
 */
public record Envelope(boolean success, Object data, String error, Page meta) {

  public static Envelope of(Object data) {
    return new Envelope(true, data, null, null);
  }

  public static Envelope of(Object data, Page page) {
    return new Envelope(true, data, null, page);
  }
}
