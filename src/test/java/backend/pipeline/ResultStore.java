package backend.pipeline;

import backend.kit.Database;
import java.util.List;

/** The table of what the latest runs found out, one row per stock. */
public final class ResultStore {

  private final Database database;

  /** Needs the table of stocks. */
  public ResultStore(Database database) {
    this.database = database;
    database.execute(
        """
        CREATE TABLE pipeline_results (
          symbol VARCHAR(5) PRIMARY KEY REFERENCES stocks(symbol),
          score DOUBLE PRECISION NOT NULL,
          price DOUBLE PRECISION NOT NULL,
          price_in_30_days DOUBLE PRECISION NOT NULL,
          confidence DOUBLE PRECISION NOT NULL
        )
        """);
  }

  /**
   * What is known about a stock at the end of a run.
   *
   * @param score 0..1
   * @param confidence in the price in 30 days, 0..1
   */
  record Result(
      String symbol, double score, double price, double priceIn30Days, double confidence) {}

  void save(List<Result> results) {
    database.updateAll(
        "MERGE INTO pipeline_results KEY (symbol) VALUES (?, ?, ?, ?, ?)",
        results.stream()
            .map(
                result ->
                    new Object[] {
                      result.symbol(),
                      result.score(),
                      result.price(),
                      result.priceIn30Days(),
                      result.confidence()
                    })
            .toList());
  }
}
