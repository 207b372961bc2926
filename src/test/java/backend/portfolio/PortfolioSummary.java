package backend.portfolio;

import java.time.Instant;

/** A portfolio in figures. */
public record PortfolioSummary(
    String id,
    String name,
    double totalValue,
    double totalCost,
    double totalGain,
    double totalGainPercent,
    double cashBalance,
    double buyingPower,
    double dayChange,
    double dayChangePercent,
    int positionsCount,
    String strategy,
    double riskScore,
    Instant createdAt,
    Instant lastUpdated) {}
