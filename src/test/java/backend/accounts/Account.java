package backend.accounts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A customer as the account manager knows it.
 *
 * @param revenue a year, 0 or more
 * @param status one of {@link #STATUSES}
 * @param version grows with every change, so that an older state never replaces a newer one
 */
public record Account(
    String id,
    String name,
    BigDecimal revenue,
    String status,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore long version) {

  static final String ACTIVE = "active";
  static final List<String> STATUSES = List.of(ACTIVE, "inactive");

  public Account {
    revenue = plain(revenue);
  }

  static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("name"),
        row.getBigDecimal("revenue"),
        row.getString("status"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  /** A million is written 1000000, whichever way the database keeps it. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
