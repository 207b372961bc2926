package backend.stocks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A stock as an exchange lists it, and the price its generated year ends at. */
record Listing(
    int id,
    String symbol,
    String name,
    String exchange,
    String sector,
    String industry,
    double price,
    long shares) {

  static final int COUNT = 6_000;

  private static final List<String> SECTORS =
      List.of("Technology", "Healthcare", "Finance", "Energy", "Consumer");

  private static final List<String> FIRST_WORDS =
      List.of("Amber", "Blue", "Cedar", "Delta", "Eagle", "Granite", "Harbor", "Iron", "North");

  private static final List<String> LAST_WORDS =
      List.of("Bridge", "Creek", "Field", "Gate", "Point", "Ridge", "Stone", "Valley");

  private static final List<Listing> NAMED =
      List.of(
          named(1, "AAPL", "Apple Inc.", "Technology", 205, 14_900),
          named(2, "MSFT", "Microsoft Corporation", "Technology", 497, 7_430),
          named(3, "GOOGL", "Alphabet Inc.", "Technology", 176, 12_100),
          named(4, "AMZN", "Amazon.com, Inc.", "Consumer", 219, 10_600),
          named(5, "TSLA", "Tesla, Inc.", "Consumer", 317, 3_220),
          named(6, "NVDA", "NVIDIA Corporation", "Technology", 158, 24_400),
          named(7, "AMD", "Advanced Micro Devices, Inc.", "Technology", 142, 1_620),
          named(8, "META", "Meta Platforms, Inc.", "Technology", 738, 2_520),
          named(9, "JPM", "JPMorgan Chase & Co.", "Finance", 290, 2_780),
          named(10, "JNJ", "Johnson & Johnson", "Healthcare", 153, 2_410));

  /** All {@value #COUNT}: the named ones, then AAAA, AAAB and so on, their sectors in turn. */
  static List<Listing> all() {
    List<Listing> listings = new ArrayList<>(NAMED);
    List<String> taken = NAMED.stream().map(Listing::symbol).toList();
    for (int number = 0; listings.size() < COUNT; number++) {
      String symbol = fourLetters(number);
      if (!taken.contains(symbol)) {
        listings.add(generated(listings.size() + 1, symbol));
      }
    }
    return listings;
  }

  private static Listing named(
      int id, String symbol, String name, String sector, double price, long millionShares) {
    String exchange = sector.equals("Finance") || sector.equals("Healthcare") ? "NYSE" : "NASDAQ";
    return new Listing(
        id, symbol, name, exchange, sector, "Large " + sector, price, millionShares * 1_000_000);
  }

  private static Listing generated(int id, String symbol) {
    SplittableRandom random = new SplittableRandom(symbol.hashCode() * 17L);
    String sector = SECTORS.get(id % SECTORS.size());
    String name = "%s %s %s".formatted(pick(FIRST_WORDS, random), pick(LAST_WORDS, random), symbol);
    return new Listing(
        id,
        symbol,
        name,
        random.nextBoolean() ? "NASDAQ" : "NYSE",
        sector,
        "Small " + sector,
        Math.round(random.nextDouble(5, 400) * 100) / 100.0,
        random.nextLong(5, 900) * 1_000_000);
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String fourLetters(int number) {
    char[] letters = new char[4];
    int rest = number;
    for (int i = letters.length - 1; i >= 0; i--) {
      letters[i] = (char) ('A' + rest % 26);
      rest /= 26;
    }
    return new String(letters);
  }
}
