package backend.dsl;

/** A text that is no query, with the place where it stops being one. */
public final class ParseException extends Exception {

  private static final long serialVersionUID = 1;

  private final int position;

  ParseException(int position, String problem) {
    super("parse error at position " + position + ": " + problem);
    this.position = position;
  }

  /** Of the character that is wrong; the first is 1. */
  public int position() {
    return position;
  }
}
