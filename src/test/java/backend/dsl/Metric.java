package backend.dsl;

import java.util.List;
import java.util.stream.Collectors;

/** A figure that a query asks for; its text is the way it is written in a query. */
public sealed interface Metric {

  /** {@code RSI}. */
  record Plain(MetricName name) implements Metric {

    @Override
    public String toString() {
      return name.name();
    }
  }

  /** {@code VOLATILITY(14d)}. */
  record Framed(MetricName name, TimeFrame timeFrame) implements Metric {

    @Override
    public String toString() {
      return name + "(" + timeFrame + ")";
    }
  }

  /**
   * {@code SMA 50} or {@code EMA 20}.
   *
   * @param exponential whether newer prices weigh more
   * @param days 1..{@value #MOST_DAYS}
   */
  record Average(boolean exponential, int days) implements Metric {

    static final int MOST_DAYS = 1_000;

    @Override
    public String toString() {
      return (exponential ? "EMA " : "SMA ") + days;
    }
  }

  /** {@code TECHNICAL(RSI, MACD)}. */
  record Technical(List<MetricName> names) implements Metric {

    public Technical {
      names = List.copyOf(names);
    }

    @Override
    public String toString() {
      return names.stream().map(Enum::name).collect(Collectors.joining(", ", "TECHNICAL(", ")"));
    }
  }
}
