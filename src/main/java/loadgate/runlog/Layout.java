package loadgate.runlog;

/** Constants of the log's binary layout. */
final class Layout {

  static final int RUN = 0;
  static final int REQUEST = 1;
  static final int USER = 2;
  static final int GROUP = 3;
  static final int ERROR = 4;

  static final int LATIN_1 = 0;
  static final int UTF_16 = 1;

  /**
   * The longest string or pickled assertion, in bytes. Gatling's own writer cannot exceed its
   * buffer of 8 KiB, so a longer one is a damaged length and not worth waiting or allocating for.
   */
  static final int MAX_BYTES = 1 << 20;

  /** The deepest nesting of groups; anything deeper is a damaged count. */
  static final int MAX_GROUPS = 1000;

  /** The most scenarios, and the most assertions, of a simulation; more is a damaged count. */
  static final int MAX_HEADER_ENTRIES = 10_000;

  private Layout() {}
}
