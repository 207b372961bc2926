package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;

import io.gatling.javaapi.core.FeederBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Symbols that users ask for, as feeder rows with {@code symbol} and its search {@code tool}. */
record Symbols(List<Map<String, Object>> rows) {

  static Symbols all() {
    return new Symbols(csv("feeders/market-symbols.csv").readRecords());
  }

  Symbols with(String column, String value) {
    return new Symbols(rows.stream().filter(row -> row.get(column).equals(value)).toList());
  }

  Symbols without(String column, String value) {
    return new Symbols(rows.stream().filter(row -> !row.get(column).equals(value)).toList());
  }

  FeederBuilder<Object> random() {
    return listFeeder(rows).random();
  }

  List<String> names() {
    return rows.stream().map(row -> row.get("symbol").toString()).toList();
  }

  /** A random selection of different symbols. */
  List<String> sample(int count) {
    List<String> shuffled = new ArrayList<>(names());
    Collections.shuffle(shuffled);
    return shuffled.subList(0, count);
  }
}
