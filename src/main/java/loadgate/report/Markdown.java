package loadgate.report;

/** Escapes text for Markdown as GitHub, GitLab and Bitbucket render it. */
public final class Markdown {

  private Markdown() {}

  /** One line without any markup, link or mention, which also fits a cell of a table. */
  public static String escape(String text) {
    return OneLine.of(text)
        .replaceAll("\\s+", " ")
        .replaceAll("([\\\\`*_{}\\[\\]()#+!|~])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("://", ":&#47;&#47;");
  }
}
