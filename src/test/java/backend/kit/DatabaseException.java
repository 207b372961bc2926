package backend.kit;

import java.sql.SQLException;

/** The database failed. */
public class DatabaseException extends RuntimeException {

  DatabaseException(SQLException cause) {
    super(cause);
  }
}
