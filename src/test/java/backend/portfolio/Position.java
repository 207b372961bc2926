package backend.portfolio;

/** A stock in a portfolio; {@code ticker} and {@code symbol} are the same. */
record Position(
    String id,
    String ticker,
    String symbol,
    String name,
    double quantity,
    double averageCost,
    double currentPrice,
    double marketValue,
    double costBasis,
    double unrealizedGain,
    double unrealizedGainPercent,
    double realizedGain,
    String assetClass,
    String sector,
    double allocationPercent) {}
