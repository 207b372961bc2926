package backend.stocks;

import java.util.Arrays;
import java.util.List;

/** A span of trading days that ends at the last close; longer ones than a year get the year. */
public enum Period {
  ONE_DAY("1D", 1),
  ONE_WEEK("1W", 5),
  ONE_MONTH("1M", 21),
  THREE_MONTHS("3M", 63),
  SIX_MONTHS("6M", 126),
  ONE_YEAR("1Y", TradingYear.DAYS),
  THREE_YEARS("3Y", TradingYear.DAYS),
  FIVE_YEARS("5Y", TradingYear.DAYS),
  ALL("ALL", TradingYear.DAYS);

  private final String code;
  private final int days;

  Period(String code, int days) {
    this.code = code;
    this.days = days;
  }

  public String code() {
    return code;
  }

  public int days() {
    return days;
  }

  public static List<String> codes(Period... periods) {
    return Arrays.stream(periods).map(Period::code).toList();
  }

  /** The period with this code, which must be one. */
  public static Period of(String code) {
    return Arrays.stream(values())
        .filter(period -> period.code.equals(code))
        .findFirst()
        .orElseThrow();
  }
}
