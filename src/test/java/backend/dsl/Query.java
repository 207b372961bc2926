package backend.dsl;

import java.util.List;

/** What somebody wants to know about the market. */
public sealed interface Query {

  /** Reads a query from its text. */
  static Query parse(String text) throws ParseException {
    return new Parser(Lexer.tokens(text)).query();
  }

  /** {@code GET PRICE FOR AAPL}. */
  record Get(Content content, String symbol) implements Query {

    /** What can be got. */
    public enum Content {
      PRICE,
      OHLCV,
      NEWS,
      FUNDAMENTALS
    }
  }

  /** {@code EVALUATE NVDA: RSI, MACD}. */
  record Evaluate(String symbol, List<Metric> metrics) implements Query {

    public Evaluate {
      metrics = List.copyOf(metrics);
    }
  }

  /** {@code COMPARE AAPL vs MSFT ON: PE} or {@code COMPARE AAPL, MSFT BY PE}. */
  record Compare(List<String> symbols, List<Metric> metrics) implements Query {

    public Compare {
      symbols = List.copyOf(symbols);
      metrics = List.copyOf(metrics);
    }
  }

  /** {@code CORRELATE AAPL WITH TSLA WINDOW 30d}. */
  record Correlate(String symbol, List<String> others, TimeFrame window) implements Query {

    static final TimeFrame DEFAULT_WINDOW = new TimeFrame(90, TimeFrame.Unit.DAYS);

    public Correlate {
      others = List.copyOf(others);
    }
  }

  /** {@code ANALYZE TSLA FOR RISK}. */
  record Analyze(String symbol, Aspect aspect) implements Query {

    /** What can be analysed. */
    public enum Aspect {
      TECHNICALS,
      FUNDAMENTALS,
      SENTIMENT,
      CORRELATIONS,
      RISK
    }
  }
}
