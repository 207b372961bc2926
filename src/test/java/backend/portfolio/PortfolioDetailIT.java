package backend.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendServer;
import backend.kit.BackendSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortfolioDetailIT {

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldShowAPortfolioInFull() {
    JsonNode portfolio = client.get("/api/portfolio/portfolio-1").json().get("data");
    JsonNode summary = client.get("/api/portfolio/summary").json().at("/data/0");
    summary
        .properties()
        .forEach(field -> assertThat(portfolio.get(field.getKey())).isEqualTo(field.getValue()));
    assertThat(portfolio.get("positions")).hasSize(10);
    assertThat(sum(portfolio.get("asset_allocation"))).isBetween(99.99, 100.01);
    assertThat(sum(portfolio.get("sector_allocation"))).isBetween(99.99, 100.01);
    assertThat(portfolio.get("asset_allocation").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("stocks", "cash");
    assertThat(gains(portfolio.get("top_performers")))
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(gains(portfolio.get("worst_performers"))).hasSize(3).isSorted();
    assertThat(portfolio.get("recent_transactions")).hasSize(10);
    assertThat(portfolio.get("performance_metrics").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "total_return",
            "annualized_return",
            "volatility",
            "sharpe_ratio",
            "sortino_ratio",
            "max_drawdown",
            "beta",
            "alpha",
            "treynor_ratio",
            "calmar_ratio",
            "win_rate",
            "profit_factor",
            "risk_adjusted_return");
  }

  private static double sum(JsonNode percentages) {
    double sum = 0;
    for (JsonNode percentage : percentages) {
      sum += percentage.asDouble();
    }
    return sum;
  }

  private static List<Double> gains(JsonNode positions) {
    return positions.findValues("unrealized_gain_percent").stream()
        .map(JsonNode::asDouble)
        .toList();
  }
}
