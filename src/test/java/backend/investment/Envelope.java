package backend.investment;

/**
 * The body of every success.
 *
 * @param meta null unless the data is a page of a list
 */
record Envelope(boolean success, Object data, String error, Page meta) {

  /**
   * Where in a list a page is.
   *
   * @param page from 1
   */
  record Page(int total, int page, int limit, int pages) {}

  static Envelope of(Object data) {
    return new Envelope(true, data, null, null);
  }

  /** The page of at most {@code limit} entries after the first {@code offset} of {@code total}. */
  static Envelope page(Object data, int offset, int limit, int total) {
    Page meta = new Page(total, offset / limit + 1, limit, (total + limit - 1) / limit);
    return new Envelope(true, data, null, meta);
  }
}
