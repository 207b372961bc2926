package backend.tools;

import backend.marketdata.MarketData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks prices up before somebody needs them. */
final class CacheWarming implements Tool {

  private final MarketData data;

  CacheWarming(MarketData data) {
    this.data = data;
  }

  @Override
  public String name() {
    return "warm-cache";
  }

  @Override
  public String description() {
    return "Puts the prices of symbols into the cache";
  }

  /** The providers answer faster than threads start, so concurrency is a promise without use. */
  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required("symbols", Parameter.Type.TEXTS),
        Parameter.optional("concurrency", Parameter.Type.NUMBER, 5));
  }

  @Override
  public Object call(Arguments arguments) {
    Map<String, Boolean> warmed = new LinkedHashMap<>();
    for (String symbol : arguments.texts("symbols")) {
      String upperCase = symbol.strip().toUpperCase(Locale.ROOT);
      warmed.put(upperCase, data.price(upperCase).present());
    }
    return warmed;
  }
}
