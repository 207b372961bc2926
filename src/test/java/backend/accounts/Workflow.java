package backend.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which agents analyse an account, and in which order. */
enum Workflow {
  ACCOUNT_ANALYSIS(
      List.of("tool_call", "tool_result", "text"),
      List.of("zoho_scout", "memory_analyst", "recommendation_author")),
  DAILY_REVIEW(List.of("tool_result", "text"), List.of("zoho_scout", "memory_analyst")),
  RISK_ASSESSMENT(
      List.of("tool_call", "tool_result", "text"), List.of("zoho_scout", "recommendation_author"));

  /** Content types of the frames that each agent streams. */
  final List<String> contentTypes;

  final List<String> agents;

  Workflow(List<String> contentTypes, List<String> agents) {
    this.contentTypes = contentTypes;
    this.agents = agents;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Workflow::label).toList();
  }
}
