package backend.stocks;

import backend.kit.ApiException;
import backend.kit.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The table of daily prices, which gets the year of a stock or index when first asked for it. */
public final class PriceHistory {

  private final Database database;
  private final PriceGenerator generator = new PriceGenerator();
  private final Map<String, Boolean> filled = new ConcurrentHashMap<>();

  public PriceHistory(Database database) {
    this.database = database;
    database.execute(
        """
        CREATE TABLE daily_prices (
          symbol VARCHAR(5) NOT NULL,
          trading_day DATE NOT NULL,
          open DOUBLE PRECISION NOT NULL,
          high DOUBLE PRECISION NOT NULL,
          low DOUBLE PRECISION NOT NULL,
          close DOUBLE PRECISION NOT NULL,
          volume BIGINT NOT NULL,
          PRIMARY KEY (symbol, trading_day)
        )
        """);
  }

  /** One day of trading as the contract shows it; splits and dividends never happen here. */
  public record DailyPrice(
      LocalDate date,
      double open,
      double high,
      double low,
      double close,
      double adjustedClose,
      long volume,
      double splitCoefficient,
      double dividendAmount) {}

  /** A year in figures. */
  public record Metrics(
      String symbol,
      int tradingDays,
      LocalDate periodStart,
      LocalDate periodEnd,
      double minPrice,
      double maxPrice,
      double avgPrice,
      double firstPrice,
      double lastPrice,
      double periodReturnPct,
      long totalVolume,
      long avgVolume,
      double volatilityAnnualized) {}

  /**
   * The newest days, the oldest of them first.
   *
   * @throws ApiException 404 if there is no such stock
   */
  public List<DailyPrice> prices(String symbol, int days) {
    fill(symbol);
    return database.query(
        """
        SELECT * FROM (
          SELECT * FROM daily_prices WHERE symbol = ? ORDER BY trading_day DESC LIMIT ?
        ) ORDER BY trading_day
        """,
        row ->
            new DailyPrice(
                row.getObject("trading_day", LocalDate.class),
                row.getDouble("open"),
                row.getDouble("high"),
                row.getDouble("low"),
                row.getDouble("close"),
                row.getDouble("close"),
                row.getLong("volume"),
                1,
                0),
        symbol,
        days);
  }

  /**
   * The closes of the newest days.
   *
   * @throws ApiException 404 if there is no such stock
   */
  public PriceSeries closes(String symbol, int days) {
    return new PriceSeries(prices(symbol, days).stream().mapToDouble(DailyPrice::close).toArray());
  }

  /** The newest closes of a stock, not looked up but drawn, for whoever goes through all stocks. */
  public PriceSeries drawnCloses(String symbol, double lastPrice, int days) {
    return generator.closes(symbol, PriceGenerator.Temper.ofStock(symbol), lastPrice, days);
  }

  /**
   * @throws ApiException 404 if there is no such stock
   */
  public Metrics metrics(String symbol) {
    fill(symbol);
    return database
        .queryFirst(
            """
            WITH days AS (
              SELECT trading_day, close, volume,
                LN(close / LAG(close) OVER (ORDER BY trading_day)) AS log_return,
                FIRST_VALUE(close) OVER (ORDER BY trading_day) AS first_price,
                FIRST_VALUE(close) OVER (ORDER BY trading_day DESC) AS last_price
              FROM daily_prices WHERE symbol = ?
            )
            SELECT COUNT(*) AS trading_days, MIN(trading_day) AS first_day, MAX(trading_day) AS last_day,
              MIN(close) AS lowest, MAX(close) AS highest, AVG(close) AS average,
              MIN(first_price) AS first_price, MIN(last_price) AS last_price,
              MIN(last_price) / MIN(first_price) - 1 AS total_return,
              SUM(volume) AS total_volume, AVG(volume) AS mean_volume,
              STDDEV_SAMP(log_return) * SQRT(252) AS volatility
            FROM days
            """,
            row ->
                new Metrics(
                    symbol,
                    row.getInt("trading_days"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class),
                    row.getDouble("lowest"),
                    row.getDouble("highest"),
                    row.getDouble("average"),
                    row.getDouble("first_price"),
                    row.getDouble("last_price"),
                    row.getDouble("total_return") * 100,
                    row.getLong("total_volume"),
                    row.getLong("mean_volume"),
                    row.getDouble("volatility")),
            symbol)
        .orElseThrow();
  }

  private record Instrument(double price, long meanVolume, PriceGenerator.Temper temper) {}

  private void fill(String symbol) {
    filled.computeIfAbsent(
        symbol,
        missing -> {
          insertYear(symbol, instrument(symbol));
          return true;
        });
  }

  private Instrument instrument(String symbol) {
    return database
        .queryFirst(
            """
            SELECT price, avg_volume, NULL AS index_beta FROM stocks WHERE symbol = ?
            UNION ALL
            SELECT price, avg_volume, beta AS index_beta FROM indices WHERE symbol = ?
            """,
            row -> {
              Double beta = row.getObject("index_beta", Double.class);
              return new Instrument(
                  row.getDouble("price"),
                  row.getLong("avg_volume"),
                  beta == null
                      ? PriceGenerator.Temper.ofStock(symbol)
                      : PriceGenerator.Temper.ofIndex(beta));
            },
            symbol,
            symbol)
        .orElseThrow(() -> StockStore.unknown(symbol));
  }

  private void insertYear(String symbol, Instrument instrument) {
    List<LocalDate> days = TradingYear.days();
    PriceSeries closes =
        generator.closes(symbol, instrument.temper(), instrument.price(), TradingYear.DAYS);
    List<PriceGenerator.Bar> bars = generator.bars(symbol, closes, instrument.meanVolume());
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      PriceGenerator.Bar bar = bars.get(i);
      rows.add(
          new Object[] {
            symbol, days.get(i), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()
          });
    }
    database.updateAll("INSERT INTO daily_prices VALUES (?, ?, ?, ?, ?, ?, ?)", rows);
  }
}
