package backend.investment;

import backend.kit.Database;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Queries whose rows are JSON objects: a column's label is its field's name. */
final class Rows {

  private Rows() {}

  static List<Map<String, Object>> all(Database database, String sql, Object... arguments) {
    return database.query(sql, Rows::object, arguments);
  }

  private static Map<String, Object> object(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      object.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), plain(row.getObject(i)));
    }
    return object;
  }

  /** The types that the JSON mapper writes as the contract asks. */
  private static Object plain(Object value) {
    if (value instanceof BigDecimal number) {
      return number.scale() <= 0 ? (Object) number.longValue() : (Object) number.doubleValue();
    }
    if (value instanceof Date day) {
      return day.toLocalDate();
    }
    return value instanceof OffsetDateTime moment ? moment.toInstant() : value;
  }
}
