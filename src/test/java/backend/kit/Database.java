package backend.kit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plain SQL on an H2 database in memory that belongs to this object alone. */
public final class Database implements AutoCloseable {

  /**
   * The most connections at a time; more concurrent queries than that wait for one. Accounts may
   * have 20 of them, all other features the rest.
   */
  public static final int POOL_SIZE = 32;

  /** Turns the current row into an object. */
  @FunctionalInterface
  public interface Row<T> {
    T map(ResultSet row) throws SQLException;
  }

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /** An empty database that lives until it is closed. */
  public static Database inMemory() {
    HikariConfig config = new HikariConfig();
    // The pool renews its connections; H2 must not drop the database with the last of them.
    config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";ANALYZE_AUTO=0;DB_CLOSE_DELAY=-1");
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    return new Database(new HikariDataSource(config));
  }

  private interface Call<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T call(Call<T> call) {
    try (Connection connection = pool.getConnection()) {
      return call.on(connection);
    } catch (SQLIntegrityConstraintViolationException e) {
      throw new DuplicateKeyException(e);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Runs statements without parameters, separated by semicolons. */
  public void execute(String script) {
    call(connection -> connection.createStatement().execute(script));
  }

  public <T> List<T> query(String sql, Row<T> row, Object... arguments) {
    return call(
        connection -> {
          ResultSet rows = bind(connection.prepareStatement(sql), arguments).executeQuery();
          List<T> found = new ArrayList<>();
          while (rows.next()) {
            found.add(row.map(rows));
          }
          return found;
        });
  }

  /** The first row, if there is one. */
  public <T> Optional<T> queryFirst(String sql, Row<T> row, Object... arguments) {
    return query(sql, row, arguments).stream().findFirst();
  }

  /**
   * Runs a statement that changes rows.
   *
   * @return the number of changed rows
   * @throws DuplicateKeyException if a unique key would be there twice
   */
  public int update(String sql, Object... arguments) {
    return call(connection -> bind(connection.prepareStatement(sql), arguments).executeUpdate());
  }

  /** Runs the same statement for every row of arguments, all of them or none. */
  public void updateAll(String sql, Iterable<Object[]> rows) {
    call(
        connection -> {
          connection.setAutoCommit(false);
          PreparedStatement statement = connection.prepareStatement(sql);
          for (Object[] row : rows) {
            bind(statement, row).addBatch();
          }
          statement.executeBatch();
          connection.commit();
          return null;
        });
  }

  /** The statement itself, which the pool closes with its connection. */
  private static PreparedStatement bind(PreparedStatement statement, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  /** Drops everything. */
  @Override
  public void close() {
    if (!pool.isClosed()) {
      execute("SET DB_CLOSE_DELAY 0");
      pool.close();
    }
  }
}
