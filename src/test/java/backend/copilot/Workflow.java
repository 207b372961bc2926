package backend.copilot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which agents work on an account, and in which order. */
enum Workflow {
  ACCOUNT_ANALYSIS(3, Agent.ZOHO_SCOUT, Agent.MEMORY_ANALYST, Agent.RECOMMENDATION_AUTHOR),
  DAILY_REVIEW(2, Agent.ZOHO_SCOUT, Agent.MEMORY_ANALYST),
  RISK_ASSESSMENT(3, Agent.ZOHO_SCOUT, Agent.RECOMMENDATION_AUTHOR);

  private final int streamed;
  private final List<Agent> agents;

  Workflow(int streamed, Agent... agents) {
    this.streamed = streamed;
    this.agents = List.of(agents);
  }

  /** How many frames each agent sends while it works. */
  int streamed() {
    return streamed;
  }

  List<Agent> agents() {
    return agents;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Workflow::word).toList();
  }

  static Optional<Workflow> named(String word) {
    return Arrays.stream(values()).filter(workflow -> workflow.word().equals(word)).findFirst();
  }
}
