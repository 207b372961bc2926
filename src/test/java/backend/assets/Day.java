package backend.assets;

import java.time.LocalDate;

/** One day of trading. */
public record Day(
    LocalDate date, double open, double high, double low, double close, double volume) {}
