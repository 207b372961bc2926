package backend.stocks;

import backend.kit.Database;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Creates and fills the tables of stocks and indices.
 *
 * <p>A year of prices for every stock would be a million and a half rows, and inserting them would
 * take longer than all else together. So the year is drawn here, condensed into the columns that
 * need it, and dropped again; {@link PriceHistory} draws the same one when a stock is first asked
 * for.
 */
public final class StockTables {

  private static final int QUARTER = Period.THREE_MONTHS.days();
  private static final LocalDate FIRST_LISTING = LocalDate.of(1980, 12, 12);

  private final Database database;
  private final PriceGenerator prices = new PriceGenerator();

  public StockTables(Database database) {
    this.database = database;
  }

  public void create() {
    database.execute(
        """
        CREATE TABLE stocks (
          id INT PRIMARY KEY,
          symbol VARCHAR(5) NOT NULL UNIQUE,
          name VARCHAR(100) NOT NULL,
          exchange VARCHAR(10) NOT NULL,
          sector VARCHAR(20) NOT NULL,
          industry VARCHAR(40),
          market_cap BIGINT,
          is_active BOOLEAN NOT NULL,
          is_tradable BOOLEAN NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE NOT NULL,
          updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
          price DOUBLE PRECISION NOT NULL,
          previous_close DOUBLE PRECISION NOT NULL,
          year_low DOUBLE PRECISION NOT NULL,
          year_high DOUBLE PRECISION NOT NULL,
          quarter_low DOUBLE PRECISION NOT NULL,
          quarter_high DOUBLE PRECISION NOT NULL,
          quarter_return DOUBLE PRECISION NOT NULL,
          volatility DOUBLE PRECISION NOT NULL,
          rsi DOUBLE PRECISION NOT NULL,
          macd DOUBLE PRECISION NOT NULL,
          avg_volume BIGINT NOT NULL,
          pe_ratio DOUBLE PRECISION NOT NULL,
          eps_growth DOUBLE PRECISION NOT NULL,
          revenue_growth DOUBLE PRECISION NOT NULL,
          profit_margin DOUBLE PRECISION NOT NULL,
          dividend_yield DOUBLE PRECISION NOT NULL,
          debt_to_equity DOUBLE PRECISION NOT NULL,
          return_on_equity DOUBLE PRECISION NOT NULL,
          shares_outstanding BIGINT NOT NULL,
          float_shares BIGINT,
          ipo_date DATE NOT NULL,
          employees INT
        );
        CREATE INDEX stocks_by_sector ON stocks (sector);
        CREATE TABLE indices (
          symbol VARCHAR(5) PRIMARY KEY,
          name VARCHAR(100) NOT NULL,
          beta DOUBLE PRECISION NOT NULL,
          price DOUBLE PRECISION NOT NULL,
          previous_close DOUBLE PRECISION NOT NULL,
          avg_volume BIGINT NOT NULL
        )
        """);
    List<Object[]> stocks = new ArrayList<>();
    Listing.all().forEach(listing -> stocks.add(stock(listing)));
    database.updateAll("INSERT INTO stocks VALUES (?" + ", ?".repeat(32) + ")", stocks);
    database.updateAll(
        "INSERT INTO indices VALUES (?, ?, ?, ?, ?, ?)",
        List.of(
            index("SPY", "S&P 500", 1.0, 618),
            index("QQQ", "Nasdaq 100", 1.2, 551),
            index("DIA", "Dow Jones", 0.85, 440),
            index("IWM", "Russell 2000", 1.1, 216)));
  }

  private Object[] stock(Listing listing) {
    String symbol = listing.symbol();
    PriceSeries year =
        prices.closes(
            symbol, PriceGenerator.Temper.ofStock(symbol), listing.price(), TradingYear.DAYS);
    Indicators ofYear = new Indicators(year);
    PriceSeries quarter = year.latest(QUARTER);
    Indicators indicators = new Indicators(quarter);
    SplittableRandom random = new SplittableRandom(symbol.hashCode() * 7L);
    SplittableRandom company = new SplittableRandom(symbol.hashCode() * 11L);
    return new Object[] {
      listing.id(),
      symbol,
      listing.name(),
      listing.exchange(),
      listing.sector(),
      listing.industry(),
      (long) (listing.shares() * listing.price()),
      true,
      true,
      TradingYear.lastClose().minus(Duration.ofHours(company.nextInt(1, 20_000))),
      TradingYear.lastClose(),
      quarter.last(),
      quarter.close(QUARTER - 2),
      ofYear.support(TradingYear.DAYS),
      ofYear.resistance(TradingYear.DAYS),
      indicators.support(QUARTER),
      indicators.resistance(QUARTER),
      quarter.totalReturn(),
      quarter.volatility(),
      indicators.rsi(),
      indicators.macd().macd(),
      listing.shares() / random.nextInt(80, 300),
      random.nextDouble(6, 60),
      random.nextDouble(-0.2, 0.5),
      random.nextDouble(-0.1, 0.4),
      random.nextDouble(-0.05, 0.35),
      random.nextDouble(0, 0.05),
      random.nextDouble(0.1, 2.5),
      random.nextDouble(-0.05, 0.4),
      listing.shares(),
      (long) (listing.shares() * company.nextDouble(0.6, 1)),
      FIRST_LISTING.plusDays(company.nextInt(15_000)),
      company.nextInt(50, 200_000)
    };
  }

  private Object[] index(String symbol, String name, double beta, double last) {
    PriceSeries closes = prices.closes(symbol, PriceGenerator.Temper.ofIndex(beta), last, 2);
    return new Object[] {symbol, name, beta, last, closes.close(0), 50_000_000L};
  }
}
