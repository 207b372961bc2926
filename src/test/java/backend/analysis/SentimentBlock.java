package backend.analysis;

import java.util.List;
import java.util.Map;

/** What people think, -1..1; nobody writes about generated stocks, so it follows their returns. */
record SentimentBlock(
    double overallSentiment,
    String sentimentLabel,
    double newsSentiment,
    double socialSentiment,
    double analystSentiment,
    double insiderSentiment,
    double sentimentMomentum,
    List<String> keyTopics,
    Map<String, Integer> sentimentSources) {

  static SentimentBlock of(Figures stock) {
    double news = Math.tanh(3 * stock.quarterReturn());
    double social = Math.tanh(5 * stock.quarterReturn());
    double analysts = Math.tanh(2 * stock.epsGrowth());
    double insiders = Math.tanh(2 * stock.profitMargin());
    double overall = (news + social + analysts + insiders) / 4;
    return new SentimentBlock(
        overall,
        overall > 0.1 ? "positive" : overall < -0.1 ? "negative" : "neutral",
        news,
        social,
        analysts,
        insiders,
        news - analysts,
        List.of("earnings", "growth", "margins"),
        Map.of("news", 24, "social", 130, "analysts", 12));
  }
}
