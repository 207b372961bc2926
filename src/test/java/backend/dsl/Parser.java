package backend.dsl;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 * metrics   = metric ("," metric)*
 * metric    = name | name "(" time-frame ")" | (SMA | EMA) number | TECHNICAL "(" name ("," name)* ")"
 * </pre>
 */
final class Parser {

  private static final int MOST_SYMBOLS = 10;
  private static final int MOST_METRICS = 20;

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

  private final List<Token> tokens;
  private int index;

  Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  Query query() throws ParseException {
    Token verb = take(Token.Kind.WORD);
    Query query =
        switch (verb.text()) {
          case "GET" -> get();
          case "EVALUATE" -> evaluate();
          case "COMPARE" -> compare();
          case "CORRELATE" -> correlate();
          case "ANALYZE" -> analyze();
          default -> throw unexpected(verb, "GET, EVALUATE, COMPARE, CORRELATE or ANALYZE");
        };
    take(Token.Kind.END);
    return query;
  }

  private Query get() throws ParseException {
    Query.Get.Content content = choice(Query.Get.Content.values());
    keyword("FOR");
    return new Query.Get(content, symbol());
  }

  private Query evaluate() throws ParseException {
    String symbol = symbol();
    take(Token.Kind.COLON);
    return new Query.Evaluate(symbol, metrics());
  }

  private Query compare() throws ParseException {
    List<String> symbols = new ArrayList<>(List.of(symbol()));
    if (next().kind() == Token.Kind.COMMA) {
      while (skip(Token.Kind.COMMA)) {
        addSymbol(symbols);
      }
      keyword("BY");
      return new Query.Compare(symbols, metrics());
    }
    if (!isVersus(next())) {
      throw unexpected(next(), "vs or ','");
    }
    while (isVersus(next())) {
      index++;
      addSymbol(symbols);
    }
    keyword("ON");
    take(Token.Kind.COLON);
    return new Query.Compare(symbols, metrics());
  }

  private static boolean isVersus(Token token) {
    return token.kind() == Token.Kind.WORD && token.text().equalsIgnoreCase("vs");
  }

  private Query correlate() throws ParseException {
    String symbol = symbol();
    keyword("WITH");
    List<String> others = new ArrayList<>(List.of(symbol()));
    while (skip(Token.Kind.COMMA)) {
      addSymbol(others);
    }
    if (!next().is("WINDOW")) {
      return new Query.Correlate(symbol, others, Query.Correlate.DEFAULT_WINDOW);
    }
    index++;
    return new Query.Correlate(symbol, others, TimeFrame.of(take(Token.Kind.TIME_FRAME)));
  }

  private Query analyze() throws ParseException {
    String symbol = symbol();
    keyword("FOR");
    return new Query.Analyze(symbol, choice(Query.Analyze.Aspect.values()));
  }

  private void addSymbol(List<String> symbols) throws ParseException {
    if (symbols.size() == MOST_SYMBOLS) {
      throw new ParseException(next().position(), "more than " + MOST_SYMBOLS + " symbols");
    }
    symbols.add(symbol());
  }

  private String symbol() throws ParseException {
    Token token = next();
    boolean valid = token.kind() == Token.Kind.WORD && SYMBOL.matcher(token.text()).matches();
    if (!valid || KEYWORDS.contains(token.text())) {
      throw unexpected(token, "a symbol such as AAPL");
    }
    index++;
    return token.text();
  }

  private List<Metric> metrics() throws ParseException {
    List<Metric> metrics = new ArrayList<>();
    do {
      if (metrics.size() == MOST_METRICS) {
        throw new ParseException(next().position(), "more than " + MOST_METRICS + " metrics");
      }
      metrics.add(metric());
    } while (skip(Token.Kind.COMMA));
    return metrics;
  }

  private Metric metric() throws ParseException {
    Token token = take(Token.Kind.WORD);
    return switch (token.text()) {
      case "SMA" -> new Metric.Average(false, number(Metric.Average.MOST_DAYS));
      case "EMA" -> new Metric.Average(true, number(Metric.Average.MOST_DAYS));
      case "TECHNICAL" -> technical();
      default -> named(token);
    };
  }

  private Metric named(Token token) throws ParseException {
    Optional<MetricName> name = MetricName.named(token.text());
    if (name.isEmpty()) {
      throw unexpected(token, "a metric such as RSI");
    }
    boolean framed =
        name.get().needsTimeFrame()
            || name.get().takesTimeFrame() && next().kind() == Token.Kind.OPEN;
    if (!framed) {
      return new Metric.Plain(name.get());
    }
    take(Token.Kind.OPEN);
    TimeFrame timeFrame = TimeFrame.of(take(Token.Kind.TIME_FRAME));
    take(Token.Kind.CLOSE);
    return new Metric.Framed(name.get(), timeFrame);
  }

  private Metric technical() throws ParseException {
    take(Token.Kind.OPEN);
    List<MetricName> names = new ArrayList<>();
    do {
      Token token = take(Token.Kind.WORD);
      names.add(
          MetricName.named(token.text())
              .filter(MetricName::technical)
              .orElseThrow(() -> unexpected(token, "one of " + MetricName.technicalNames())));
    } while (skip(Token.Kind.COMMA));
    take(Token.Kind.CLOSE);
    return new Metric.Technical(names);
  }

  private int number(int most) throws ParseException {
    Token token = take(Token.Kind.NUMBER);
    return Numbers.upTo(most, token.text(), token.position());
  }

  private <T extends Enum<T>> T choice(T[] allowed) throws ParseException {
    Token token = next();
    Optional<T> chosen = Arrays.stream(allowed).filter(each -> token.is(each.name())).findFirst();
    index++;
    return chosen.orElseThrow(
        () -> unexpected(token, Arrays.stream(allowed).map(Enum::name).collect(joining(", "))));
  }

  private void keyword(String word) throws ParseException {
    if (!next().is(word)) {
      throw unexpected(next(), word);
    }
    index++;
  }

  private boolean skip(Token.Kind kind) {
    boolean there = next().kind() == kind;
    if (there) {
      index++;
    }
    return there;
  }

  private Token take(Token.Kind kind) throws ParseException {
    Token token = next();
    if (token.kind() != kind) {
      throw unexpected(token, kind.toString());
    }
    index++;
    return token;
  }

  private Token next() {
    return tokens.get(Math.min(index, tokens.size() - 1));
  }

  private static ParseException unexpected(Token token, String expected) {
    return new ParseException(
        token.position(), "expected " + expected + ", found " + token.shown());
  }
}
