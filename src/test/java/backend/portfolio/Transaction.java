package backend.portfolio;

import java.time.Instant;

/** Something bought or sold; the total includes the fees. */
record Transaction(
    String id,
    String portfolioId,
    String symbol,
    String transactionType,
    double quantity,
    double price,
    double totalAmount,
    double fees,
    String notes,
    Instant timestamp) {}
