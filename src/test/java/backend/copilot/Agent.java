package backend.copilot;

import backend.kit.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Who works on an account, each in its field. */
enum Agent {
  /** Reads what the customer relations system knows. */
  ZOHO_SCOUT("Read the account and its open deals") {
    @Override
    Report work(CrmAccount account) {
      Signals signals = Signals.of(account);
      ObjectNode output =
          Json.mapper()
              .createObjectNode()
              .put("open_deals", account.openDeals().size())
              .put("stalled_deals", signals.stalledDeals())
              .put("pipeline", signals.pipeline())
              .put("open_tickets", account.openTickets());
      return new Report(
          "crm.get_account(" + account.id() + ")",
          output.toString(),
          "%d open deals with a pipeline of %d, %d of them stalled"
              .formatted(account.openDeals().size(), signals.pipeline(), signals.stalledDeals()),
          output);
    }
  },
  /** Looks at how the account came to be where it is. */
  MEMORY_ANALYST("Compare the account with its past") {
    @Override
    Report work(CrmAccount account) {
      Signals signals = Signals.of(account);
      ObjectNode output =
          Json.mapper()
              .createObjectNode()
              .put("revenue_trend_percent", signals.trend())
              .put("engagement", signals.engagement())
              .put("days_since_contact", account.daysSinceContact());
      return new Report(
          "memory.search(" + account.id() + ", months=12)",
          output.toString(),
          String.format(
              Locale.ROOT,
              "Revenue changes by %.1f %% a month, engagement is %d of 100",
              signals.trend(),
              signals.engagement()),
          output);
    }
  },
  /** Says what to do. */
  RECOMMENDATION_AUTHOR("Write recommendations") {
    @Override
    Report work(CrmAccount account) {
      Signals signals = Signals.of(account);
      List<Recommendation> recommendations = Recommendation.of(account, signals);
      ObjectNode output = Json.mapper().createObjectNode().put("risk", signals.risk());
      output.set(RECOMMENDATIONS, Json.mapper().valueToTree(recommendations));
      return new Report(
          "risk.score(" + account.id() + ")",
          "{\"risk\":%d}".formatted(signals.risk()),
          recommendations.get(0).action() + ": " + recommendations.get(0).reason(),
          output);
    }
  };

  static final String RECOMMENDATIONS = "recommendations";

  private final String task;

  Agent(String task) {
    this.task = task;
  }

  /**
   * What an agent found out.
   *
   * @param call the tool that it used, {@code result} what came back, {@code text} its conclusion
   */
  record Report(String call, String result, String text, ObjectNode output) {}

  abstract Report work(CrmAccount account);

  String task() {
    return task;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
