package backend.portfolio;

import backend.stocks.Quote;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A position with what it trades at and how it came about. */
record Holding(
    @JsonUnwrapped Position position, Quote quote, List<Transaction> recentTransactions) {}
