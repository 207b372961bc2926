package backend.stocks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What a stock trades at. */
public record Quote(
    String symbol,
    double price,
    double change,
    double changePercent,
    long volume,
    Instant timestamp,
    double open,
    double high,
    double low,
    double previousClose,
    double bid,
    double ask,
    int bidSize,
    int askSize,
    long marketCap,
    long avgVolume,
    double peRatio,
    double fiftyTwoWeekHigh,
    double fiftyTwoWeekLow,
    String dataSource,
    Instant lastUpdated,
    @JsonProperty("is_real_time") boolean realTime) {}
