package backend.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the metrics of a query.
 *
 * <pre>
 * metrics = metric ("," metric)*
 * metric  = name | name "(" time-frame ")" | (SMA | EMA) number | TECHNICAL "(" name ("," name)* ")"
 * </pre>
 */
final class MetricParser {

  private static final int MOST_METRICS = 20;

  private final TokenReader tokens;

  MetricParser(TokenReader tokens) {
    this.tokens = tokens;
  }

  List<Metric> metrics() throws ParseException {
    List<Metric> metrics = new ArrayList<>();
    do {
      if (metrics.size() == MOST_METRICS) {
        throw new ParseException(
            tokens.next().position(), "more than " + MOST_METRICS + " metrics");
      }
      metrics.add(metric());
    } while (tokens.skip(Token.Kind.COMMA));
    return metrics;
  }

  private Metric metric() throws ParseException {
    Token token = tokens.take(Token.Kind.WORD);
    return switch (token.text()) {
      case "SMA" -> new Metric.Average(false, tokens.number(Metric.Average.MOST_DAYS));
      case "EMA" -> new Metric.Average(true, tokens.number(Metric.Average.MOST_DAYS));
      case "TECHNICAL" -> technical();
      default -> named(token);
    };
  }

  private Metric named(Token token) throws ParseException {
    Optional<MetricName> name = MetricName.named(token.text());
    if (name.isEmpty()) {
      throw TokenReader.unexpected(token, "a metric such as RSI");
    }
    boolean framed =
        name.get().needsTimeFrame()
            || name.get().takesTimeFrame() && tokens.nextIs(Token.Kind.OPEN);
    if (!framed) {
      return new Metric.Plain(name.get());
    }
    tokens.take(Token.Kind.OPEN);
    TimeFrame timeFrame = TimeFrame.of(tokens.take(Token.Kind.TIME_FRAME));
    tokens.take(Token.Kind.CLOSE);
    return new Metric.Framed(name.get(), timeFrame);
  }

  private Metric technical() throws ParseException {
    tokens.take(Token.Kind.OPEN);
    List<MetricName> names = new ArrayList<>();
    do {
      Token token = tokens.take(Token.Kind.WORD);
      names.add(
          MetricName.named(token.text())
              .filter(MetricName::technical)
              .orElseThrow(
                  () -> TokenReader.unexpected(token, "one of " + MetricName.technicalNames())));
    } while (tokens.skip(Token.Kind.COMMA));
    tokens.take(Token.Kind.CLOSE);
    return new Metric.Technical(names);
  }
}
