package backend.kit;

import java.sql.SQLException;

/** The database refused or failed; nothing a client could do about it. */
public class DatabaseException extends RuntimeException {

  DatabaseException(SQLException cause) {
    super(cause);
  }
}
