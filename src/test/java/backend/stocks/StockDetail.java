package backend.stocks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** A stock with what is known about the company behind it. */
record StockDetail(
    @JsonUnwrapped Stock stock,
    long sharesOutstanding,
    long floatShares,
    String country,
    String currency,
    LocalDate ipoDate,
    String description,
    String website,
    int employees) {}
