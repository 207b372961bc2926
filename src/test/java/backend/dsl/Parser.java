package backend.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the query language by recursive descent. Keywords are in upper case, only {@code vs} may be
 * in any.
 *
 * <pre>
 * query     = get | evaluate | compare | correlate | analyze
 * get       = GET (PRICE | OHLCV | NEWS | FUNDAMENTALS) FOR symbol
 * evaluate  = EVALUATE symbol ":" metrics
 * compare   = COMPARE symbol (vs symbol)+ ON ":" metrics | COMPARE symbol ("," symbol)+ BY metrics
 * correlate = CORRELATE symbol WITH symbol ("," symbol)* [WINDOW time-frame]
 * analyze   = ANALYZE symbol FOR (TECHNICALS | FUNDAMENTALS | SENTIMENT | CORRELATIONS | RISK)
 * </pre>
 */
final class Parser {

  private static final int MOST_SYMBOLS = 10;

  private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9.]{0,9}");

  private static final Set<String> KEYWORDS =
      Set.of(
          "GET",
          "FOR",
          "EVALUATE",
          "COMPARE",
          "ON",
          "BY",
          "CORRELATE",
          "WITH",
          "WINDOW",
          "ANALYZE",
          "VS");

  private final TokenReader tokens;
  private final MetricParser metrics;

  Parser(List<Token> tokens) {
    this.tokens = new TokenReader(tokens);
    this.metrics = new MetricParser(this.tokens);
  }

  Query query() throws ParseException {
    Token verb = tokens.take(Token.Kind.WORD);
    Query query =
        switch (verb.text()) {
          case "GET" -> get();
          case "EVALUATE" -> evaluate();
          case "COMPARE" -> compare();
          case "CORRELATE" -> correlate();
          case "ANALYZE" -> analyze();
          default ->
              throw TokenReader.unexpected(verb, "GET, EVALUATE, COMPARE, CORRELATE or ANALYZE");
        };
    tokens.take(Token.Kind.END);
    return query;
  }

  private Query get() throws ParseException {
    Query.Get.Content content = tokens.choice(Query.Get.Content.values());
    tokens.keyword("FOR");
    return new Query.Get(content, symbol());
  }

  private Query evaluate() throws ParseException {
    String symbol = symbol();
    tokens.take(Token.Kind.COLON);
    return new Query.Evaluate(symbol, metrics.metrics());
  }

  private Query compare() throws ParseException {
    List<String> symbols = new ArrayList<>(List.of(symbol()));
    if (tokens.nextIs(Token.Kind.COMMA)) {
      while (tokens.skip(Token.Kind.COMMA)) {
        addSymbol(symbols);
      }
      tokens.keyword("BY");
      return new Query.Compare(symbols, metrics.metrics());
    }
    if (!isVersus(tokens.next())) {
      throw TokenReader.unexpected(tokens.next(), "vs or ','");
    }
    while (isVersus(tokens.next())) {
      tokens.take(Token.Kind.WORD);
      addSymbol(symbols);
    }
    tokens.keyword("ON");
    tokens.take(Token.Kind.COLON);
    return new Query.Compare(symbols, metrics.metrics());
  }

  private static boolean isVersus(Token token) {
    return token.kind() == Token.Kind.WORD && token.text().equalsIgnoreCase("vs");
  }

  private Query correlate() throws ParseException {
    String symbol = symbol();
    tokens.keyword("WITH");
    List<String> others = new ArrayList<>(List.of(symbol()));
    while (tokens.skip(Token.Kind.COMMA)) {
      addSymbol(others);
    }
    if (!tokens.next().is("WINDOW")) {
      return new Query.Correlate(symbol, others, Query.Correlate.DEFAULT_WINDOW);
    }
    tokens.keyword("WINDOW");
    return new Query.Correlate(symbol, others, TimeFrame.of(tokens.take(Token.Kind.TIME_FRAME)));
  }

  private Query analyze() throws ParseException {
    String symbol = symbol();
    tokens.keyword("FOR");
    return new Query.Analyze(symbol, tokens.choice(Query.Analyze.Aspect.values()));
  }

  private void addSymbol(List<String> symbols) throws ParseException {
    if (symbols.size() == MOST_SYMBOLS) {
      throw new ParseException(tokens.next().position(), "more than " + MOST_SYMBOLS + " symbols");
    }
    symbols.add(symbol());
  }

  private String symbol() throws ParseException {
    Token token = tokens.next();
    boolean valid = token.kind() == Token.Kind.WORD && SYMBOL.matcher(token.text()).matches();
    if (!valid || KEYWORDS.contains(token.text())) {
      throw TokenReader.unexpected(token, "a symbol such as AAPL");
    }
    return tokens.take(Token.Kind.WORD).text();
  }
}
