package loadgate.report;

/** Escapes text for HTML. */
public final class Html {

  private Html() {}

  /** The text with everything replaced that would mean something in an element or an attribute. */
  public static String escape(String text) {
    String line = OneLine.of(text);
    StringBuilder escaped = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
