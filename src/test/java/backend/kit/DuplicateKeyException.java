package backend.kit;

import java.sql.SQLException;

/** A row with the same unique key exists. */
public final class DuplicateKeyException extends DatabaseException {

  DuplicateKeyException(SQLException cause) {
    super(cause);
  }
}
