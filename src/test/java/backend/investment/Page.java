package backend.investment;

/**
 * Where in a list a page is.
 *
 * @param page from 1
 */
public record Page(int total, int page, int limit, int pages) {

  /** The page of {@code limit} entries that begins after the first {@code offset} ones. */
  public static Page at(int offset, int limit, int total) {
    return new Page(total, offset / limit + 1, limit, (total + limit - 1) / limit);
  }
}
