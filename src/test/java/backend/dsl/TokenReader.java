package backend.dsl;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes one token after the other and refuses what does not fit. */
final class TokenReader {

  private final List<Token> tokens;
  private int index;

  /** {@code tokens} end with the end. */
  TokenReader(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** What is not taken yet; at the end it is the end again and again. */
  Token next() {
    return tokens.get(Math.min(index, tokens.size() - 1));
  }

  /** Whether the next token is of that kind. */
  boolean nextIs(Token.Kind kind) {
    return next().kind() == kind;
  }

  /** The next token, which must be of that kind. */
  Token take(Token.Kind kind) throws ParseException {
    Token token = next();
    if (token.kind() != kind) {
      throw unexpected(token, kind.toString());
    }
    index++;
    return token;
  }

  /** Takes the next token if it is of that kind, and says whether it was. */
  boolean skip(Token.Kind kind) {
    boolean there = nextIs(kind);
    if (there) {
      index++;
    }
    return there;
  }

  void keyword(String word) throws ParseException {
    if (!next().is(word)) {
      throw unexpected(next(), word);
    }
    index++;
  }

  /** The one whose name is the next word. */
  <T extends Enum<T>> T choice(T[] allowed) throws ParseException {
    Token token = next();
    Optional<T> chosen = Arrays.stream(allowed).filter(each -> token.is(each.name())).findFirst();
    index++;
    return chosen.orElseThrow(
        () -> unexpected(token, Arrays.stream(allowed).map(Enum::name).collect(joining(", "))));
  }

  /** From 1 to {@code most}. */
  int number(int most) throws ParseException {
    Token token = take(Token.Kind.NUMBER);
    return Numbers.upTo(most, token.text(), token.position());
  }

  static ParseException unexpected(Token token, String expected) {
    return new ParseException(
        token.position(), "expected " + expected + ", found " + token.shown());
  }
}
