package backend.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words, numbers and signs. */
final class Lexer {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern TIME_FRAME = Pattern.compile("\\d+[A-Za-z][A-Za-z0-9_.]*");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int index;

  private Lexer(String text) {
    this.text = text;
  }

  /** All tokens, the last one of which is the end. */
  static List<Token> tokens(String text) throws ParseException {
    return new Lexer(text).all();
  }

  private List<Token> all() throws ParseException {
    while (index < text.length()) {
      if (!matches(SPACE).isEmpty()) {
        index += matches(SPACE).length();
      } else if (!read(Token.Kind.WORD, WORD)
          && !read(Token.Kind.TIME_FRAME, TIME_FRAME)
          && !read(Token.Kind.NUMBER, NUMBER)) {
        add(sign(text.charAt(index)), text.substring(index, index + 1));
      }
    }
    add(Token.Kind.END, "");
    return tokens;
  }

  private boolean read(Token.Kind kind, Pattern pattern) {
    String found = matches(pattern);
    if (!found.isEmpty()) {
      add(kind, found);
    }
    return !found.isEmpty();
  }

  private String matches(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(index, text.length());
    return matcher.lookingAt() ? matcher.group() : "";
  }

  private void add(Token.Kind kind, String found) {
    tokens.add(new Token(kind, found, index + 1));
    index += found.length();
  }

  private Token.Kind sign(char character) throws ParseException {
    return switch (character) {
      case ',' -> Token.Kind.COMMA;
      case ':' -> Token.Kind.COLON;
      case '(' -> Token.Kind.OPEN;
      case ')' -> Token.Kind.CLOSE;
      default -> throw new ParseException(index + 1, "unexpected character '" + character + "'");
    };
  }
}
