package simulations.users.agent;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.uniformRandomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.target.Target;

/** Has answers of language models scored, compared with baselines and approved. */
public final class QualityAgentUser implements UserType, UserTypeHooks {

  /** A request that takes longer fails. */
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final String ANSWER =
      """
      {"model_name": "#{model}", "prompt": #{prompt.jsonStringify()},
       "response": #{response.jsonStringify()}}\
      """;

  @Override
  public void prepare(Target target) {
    AgentPreparation.of(target);
  }

  @Override
  public ChainBuilder iterate() {
    return feed(pool("models"))
        .feed(pool("config-hashes"))
        .feed(pool("prompts"))
        .feed(pool("responses"))
        .exec(
            weighted(
                task(10, analyzeAnswer()),
                task(5, readInsights()),
                task(3, establishBaseline()),
                task(3, detectRegression()),
                task(3, readAnalytics()),
                task(2, validateChange()),
                task(2, runWorkflow()),
                task(2, readConfiguration()),
                task(1, checkHealth()),
                task(1, readStatistics())));
  }

  private static FeederBuilder<String> pool(String name) {
    return csv("feeders/agent-" + name + ".csv").random();
  }

  private static HttpRequestActionBuilder analyzeAnswer() {
    return post("/quality/analyze", ANSWER)
        .check(
            status().is(200),
            jsonPath("$.prompt").isEL("#{prompt}"),
            jsonPath("$").ofMap().transform(AgentRules::isGraded).is(true).name("grade"));
  }

  private static HttpRequestActionBuilder readInsights() {
    return get("/quality/insights", "/quality/insights")
        .check(
            status().is(200),
            // Not no_data: the preparation has had an answer analyzed.
            jsonPath("$.status").in("ok", "warning"),
            jsonPath("$.total_analyzed").ofInt().gte(1),
            jsonPath("$.total_analyzed").ofInt().lte(100));
  }

  private static HttpRequestActionBuilder establishBaseline() {
    return post(
            "/regression/baseline",
            """
            {"model_name": "#{model}", "config_hash": "#{configHash}", "sample_size": 100}\
            """)
        .check(
            status().is(201),
            jsonPath("$.baseline_id").transform(String::isEmpty).is(false),
            jsonPath("$.sample_size").ofInt().gte(1),
            jsonPath("$.sample_size").ofInt().lte(100),
            jsonPath("$.model_name").isEL("#{model}"),
            jsonPath("$.config_hash").isEL("#{configHash}"));
  }

  private static HttpRequestActionBuilder detectRegression() {
    return post(
            "/regression/detect",
            """
            {"model_name": "#{model}", "config_hash": "#{configHash}",
             "current_quality": #{randomDouble(70.0,95.0)}}\
            """)
        .check(
            status().is(200),
            jsonPath("$").ofMap().transform(AgentRules::detectsItsDrop).is(true).name("detection"));
  }

  private static ChainBuilder readAnalytics() {
    return uniformRandomSwitch()
        .on(
            get("/analytics/*", "/analytics/summary")
                .check(status().is(200), jsonPath("$.total_requests").ofDouble().exists()),
            get("/analytics/*", "/analytics/trends")
                .check(status().is(200), jsonPath("$.trends[0]").ofMap().exists()),
            get("/analytics/*", "/analytics/comparison?models=model-v1,model-v2")
                .check(status().is(200), jsonPath("$.comparison[*]").ofMap().count().is(2)));
  }

  private static ChainBuilder validateChange() {
    return exec(session -> session.set("before", uniform(80, 90)).set("after", uniform(85, 95)))
        .exec(
            post(
                    "/validation/create",
                    """
                    {"name": "validation-#{randomInt(1,1001)}", "model_name": "#{model}",
                     "baseline_quality": #{before}, "new_quality": #{after}}\
                    """)
                .check(
                    status().is(201),
                    jsonPath("$.decision")
                        .in(
                            session ->
                                AgentRules.decisions(
                                    session.getDouble("before"), session.getDouble("after")))));
  }

  private static HttpRequestActionBuilder runWorkflow() {
    return post("/workflow/validate", ANSWER)
        .check(
            status().is(200),
            jsonPath("$.status").in("completed", "baseline_checked"),
            jsonPath("$.errors").ofList().is(List.of()));
  }

  private static HttpRequestActionBuilder readConfiguration() {
    return get("/config/current", "/config/current")
        .check(
            status().is(200),
            jsonPath("$.snapshot_id").transform(id -> id.startsWith("cfg-")).is(true));
  }

  private static HttpRequestActionBuilder checkHealth() {
    return get("/health", "/health/").check(status().is(200), jsonPath("$.status").is("healthy"));
  }

  private static HttpRequestActionBuilder readStatistics() {
    return get("/admin/stats", "/admin/stats")
        .check(status().is(200), jsonPath("$.uptime_seconds").ofDouble().gte(0.0));
  }

  private static HttpRequestActionBuilder get(String name, String path) {
    return http(name).get(path).requestTimeout(TIMEOUT);
  }

  private static HttpRequestActionBuilder post(String path, String json) {
    return http(path).post(path).body(StringBody(json)).asJson().requestTimeout(TIMEOUT);
  }

  private static double uniform(double least, double most) {
    return ThreadLocalRandom.current().nextDouble(least, most);
  }

  @Override
  public Duration longestIteration() {
    return TIMEOUT;
  }
}
