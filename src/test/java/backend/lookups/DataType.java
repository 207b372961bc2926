package backend.lookups;

import java.util.Locale;

/** What is looked up. */
public enum DataType {
  PRICE,
  CANDLES,
  FUNDAMENTALS,
  NARRATIVE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
