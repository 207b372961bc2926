package backend.dsl;

/**
 * A word or a sign of a query.
 *
 * @param text as written
 * @param position of its first character; the first of the query is 1
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    WORD("a word"),
    NUMBER("a number"),
    TIME_FRAME("a time frame such as 30d"),
    COMMA("','"),
    COLON("':'"),
    OPEN("'('"),
    CLOSE("')'"),
    END("the end of the query");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    @Override
    public String toString() {
      return description;
    }
  }

  boolean is(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** For messages: what stands there. */
  String shown() {
    return kind == Kind.END ? kind.toString() : "'" + text + "'";
  }
}
