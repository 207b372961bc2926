package backend.portfolio;

import backend.kit.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** Knows what was bought and sold. */
final class TransactionStore {

  private static final String SELECT =
      "SELECT *, quantity * price + fees AS total FROM transactions WHERE portfolio_id = ?";

  private static final String NEWEST_FIRST = " ORDER BY happened_at DESC, id LIMIT 10";

  private final Database database;

  TransactionStore(Database database) {
    this.database = database;
  }

  /** The newest transactions of a portfolio. */
  List<Transaction> recent(String portfolio) {
    return database.query(SELECT + NEWEST_FIRST, TransactionStore::transaction, portfolio);
  }

  /** The newest transactions of a portfolio in one stock. */
  List<Transaction> recent(String portfolio, String symbol) {
    return database.query(
        SELECT + " AND symbol = ?" + NEWEST_FIRST,
        TransactionStore::transaction,
        portfolio,
        symbol);
  }

  private static Transaction transaction(ResultSet row) throws SQLException {
    return new Transaction(
        row.getString("id"),
        row.getString("portfolio_id"),
        row.getString("symbol"),
        row.getString("type"),
        row.getDouble("quantity"),
        row.getDouble("price"),
        row.getDouble("total"),
        row.getDouble("fees"),
        null,
        row.getObject("happened_at", OffsetDateTime.class).toInstant());
  }
}
