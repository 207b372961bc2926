package backend.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What can be said about a stock; a block that was not asked for is null. */
record Analysis(
    String symbol,
    Instant timestamp,
    String analysisType,
    double overallScore,
    String recommendation,
    double confidence,
    List<String> keyInsights,
    List<String> warnings,
    LocalDate nextEarningsDate,
    Instant lastUpdated,
    TechnicalBlock technical,
    FundamentalBlock fundamental,
    SentimentBlock sentiment,
    PredictionBlock mlPredictions,
    RiskBlock riskMetrics) {}
