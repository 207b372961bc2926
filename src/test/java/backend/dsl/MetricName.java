package backend.dsl;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be computed of an asset. */
public enum MetricName {
  PRICE,
  VOLUME,
  MARKETCAP,
  PE,
  BETA,
  RSI,
  MACD,
  MOMENTUM,
  LIQUIDITY,
  SENTIMENT,
  CHANGE,
  EPS,
  ROE,
  DEBT,
  REVENUE,
  GROWTH,
  STOCH,
  ATR,
  VOLATILITY,
  PRICE_CHANGE,
  AVG_VOLUME;

  private static final Set<MetricName> NEVER_WITHOUT_TIME_FRAME =
      EnumSet.of(VOLATILITY, PRICE_CHANGE, AVG_VOLUME);

  private static final Set<MetricName> WITH_TIME_FRAME =
      EnumSet.of(VOLATILITY, VOLUME, MOMENTUM, PRICE_CHANGE, AVG_VOLUME);

  private static final Set<MetricName> TECHNICAL = EnumSet.of(RSI, MACD, STOCH, ATR, MOMENTUM);

  boolean needsTimeFrame() {
    return NEVER_WITHOUT_TIME_FRAME.contains(this);
  }

  boolean takesTimeFrame() {
    return WITH_TIME_FRAME.contains(this);
  }

  boolean technical() {
    return TECHNICAL.contains(this);
  }

  static Optional<MetricName> named(String text) {
    return Arrays.stream(values()).filter(name -> name.name().equals(text)).findFirst();
  }

  static String technicalNames() {
    return TECHNICAL.stream().map(MetricName::name).collect(Collectors.joining(", "));
  }
}
