package backend.stocks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A stock as lists show it. */
public record Stock(
    int id,
    String symbol,
    String name,
    String exchange,
    String sector,
    String industry,
    long marketCap,
    @JsonProperty("is_active") boolean active,
    @JsonProperty("is_tradable") boolean tradable,
    Instant createdAt,
    Instant updatedAt) {}
