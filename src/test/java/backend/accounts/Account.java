package backend.accounts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A customer account.
 *
 * @param revenue per year, 0 or more
 * @param status one of {@link #STATUSES}
 * @param version grows with every change
 */
record Account(
    String id,
    String name,
    double revenue,
    String status,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version) {

  static final List<String> STATUSES = List.of("active", "inactive");

  static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("name"),
        row.getDouble("revenue"),
        row.getString("status"),
        row.getObject("created_at", Instant.class),
        row.getObject("updated_at", Instant.class),
        row.getLong("version"));
  }
}
