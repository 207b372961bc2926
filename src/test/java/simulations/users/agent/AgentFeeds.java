package simulations.users.agent;

import static io.gatling.javaapi.core.CoreDsl.csv;

import io.gatling.javaapi.core.FeederBuilder;
import java.util.List;

/** The models, configurations, questions and answers that the agent is asked about. */
final class AgentFeeds {

  static final String MODEL = "model";
  static final String CONFIG_HASH = "configHash";
  static final String PROMPT = "prompt";
  static final String RESPONSE = "response";

  private AgentFeeds() {}

  static FeederBuilder<String> models() {
    return random("models");
  }

  static FeederBuilder<String> configHashes() {
    return random("config-hashes");
  }

  static FeederBuilder<String> prompts() {
    return random("prompts");
  }

  static FeederBuilder<String> responses() {
    return random("responses");
  }

  static List<String> everyModel() {
    return all("models", MODEL);
  }

  static List<String> everyConfigHash() {
    return all("config-hashes", CONFIG_HASH);
  }

  static String anyPrompt() {
    return all("prompts", PROMPT).get(0);
  }

  static String anyResponse() {
    return all("responses", RESPONSE).get(0);
  }

  private static List<String> all(String name, String column) {
    return pool(name).readRecords().stream().map(row -> row.get(column).toString()).toList();
  }

  private static FeederBuilder<String> random(String name) {
    return pool(name).random();
  }

  private static FeederBuilder.FileBased<String> pool(String name) {
    return csv("feeders/agent-" + name + ".csv");
  }
}
