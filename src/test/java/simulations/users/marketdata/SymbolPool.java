package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;

import io.gatling.javaapi.core.FeederBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Symbols to draw from, each with the tool that looks for it. */
record SymbolPool(List<Map<String, Object>> rows) {

  /** Names in sessions. */
  static final String SYMBOL = "symbol";

  static final String TOOL = "tool";

  SymbolPool {
    rows = List.copyOf(rows);
  }

  /** The symbols of a file, which are no coins. */
  static SymbolPool of(String file) {
    return read(file, "search-by-symbol");
  }

  /** The coins of a file, which have a tool of their own. */
  static SymbolPool ofCoins(String file) {
    return read(file, "search-by-coin");
  }

  private static SymbolPool read(String file, String tool) {
    return new SymbolPool(
        csv("feeders/" + file + ".csv").readRecords().stream()
            .map(row -> Map.of(SYMBOL, row.get(SYMBOL), TOOL, tool))
            .toList());
  }

  SymbolPool and(SymbolPool more) {
    return new SymbolPool(Stream.concat(rows.stream(), more.rows.stream()).toList());
  }

  /** Puts one of them and its tool into the session, drawn anew every time. */
  FeederBuilder<Object> one() {
    return listFeeder(rows).random();
  }

  /** So many different ones of them, drawn anew every time. */
  List<String> different(int count) {
    List<String> shuffled = new ArrayList<>(names());
    Collections.shuffle(shuffled);
    return shuffled.subList(0, count);
  }

  List<String> names() {
    return rows.stream().map(row -> row.get(SYMBOL).toString()).toList();
  }
}
