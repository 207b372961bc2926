package backend.portfolio;

import backend.kit.Database;

/** Creates one portfolio: the ten named stocks, each bought in two steps and never sold. */
final class PortfolioTables {

  static final String PORTFOLIO = "portfolio-1";

  private PortfolioTables() {}

  /** Needs the table of stocks. */
  static void create(Database database) {
    database.execute(
        """
        CREATE TABLE portfolios (
          id VARCHAR(20) PRIMARY KEY,
          name VARCHAR(50) NOT NULL,
          cash_balance DOUBLE PRECISION NOT NULL,
          strategy VARCHAR(20) NOT NULL,
          created_at TIMESTAMP WITH TIME ZONE NOT NULL
        );
        CREATE TABLE transactions (
          id VARCHAR(20) PRIMARY KEY,
          portfolio_id VARCHAR(20) NOT NULL REFERENCES portfolios(id),
          symbol VARCHAR(5) NOT NULL REFERENCES stocks(symbol),
          type VARCHAR(20) NOT NULL,
          quantity DOUBLE PRECISION NOT NULL,
          price DOUBLE PRECISION NOT NULL,
          fees DOUBLE PRECISION NOT NULL,
          happened_at TIMESTAMP WITH TIME ZONE NOT NULL
        );
        INSERT INTO portfolios VALUES
          ('portfolio-1', 'Core Growth', 25000, 'growth', TIMESTAMP '2024-07-01 14:00:00+00');
        INSERT INTO transactions
          SELECT 'tx-' || id || '-1', 'portfolio-1', symbol, 'buy', 10 + id, ROUND(price * 0.8, 2),
            4.95, TIMESTAMP '2024-07-15 15:00:00+00'
          FROM stocks WHERE id <= 10;
        INSERT INTO transactions
          SELECT 'tx-' || id || '-2', 'portfolio-1', symbol, 'buy', 5, ROUND(price * 0.95, 2),
            4.95, TIMESTAMP '2025-02-03 15:00:00+00'
          FROM stocks WHERE id <= 10;
        CREATE VIEW positions AS
          SELECT t.portfolio_id, t.symbol, s.id AS stock_id, s.name, s.sector,
            SUM(t.quantity) AS quantity,
            SUM(t.quantity * t.price) AS cost_basis,
            s.price, s.previous_close, s.volatility,
            SUM(t.quantity) * s.price AS market_value
          FROM transactions t JOIN stocks s ON s.symbol = t.symbol
          GROUP BY t.portfolio_id, t.symbol, s.id, s.name, s.sector, s.price, s.previous_close,
            s.volatility
        """);
  }
}
