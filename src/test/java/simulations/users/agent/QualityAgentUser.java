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
            jsonPath("$.prompt").isEL("#{prompt}").name("score is of another answer"),
            jsonPath("$")
                .ofMap()
                .transform(AgentRules::isGraded)
                .is(true)
                .name("score and grade do not agree"));
  }

  private static HttpRequestActionBuilder readInsights() {
    return get("/quality/insights", "/quality/insights")
        .check(
            status().is(200),
            // Not no_data: the preparation has had an answer analyzed.
            jsonPath("$.status").in("ok", "warning").name("insights have no data"),
            jsonPath("$.total_analyzed").ofInt().gte(1).name("insights are of no answers"),
            jsonPath("$.total_analyzed").ofInt().lte(100).name("insights are of over 100 answers"));
  }

  private static HttpRequestActionBuilder establishBaseline() {
    return post(
            "/regression/baseline",
            """
            {"model_name": "#{model}", "config_hash": "#{configHash}", "sample_size": 100}\
            """)
        .check(
            status().is(201),
            jsonPath("$.baseline_id")
                .transform(String::isBlank)
                .is(false)
                .name("baseline has no id"),
            jsonPath("$.sample_size").ofInt().gte(1).name("baseline is of no answers"),
            jsonPath("$.sample_size").ofInt().lte(100).name("baseline is of over 100 answers"),
            jsonPath("$.model_name").isEL("#{model}").name("baseline is of another model"),
            jsonPath("$.config_hash")
                .isEL("#{configHash}")
                .name("baseline is of another configuration"));
  }

  private static ChainBuilder detectRegression() {
    return exec(session -> session.set("quality", uniform(70, 95)))
        .exec(
            post(
                    "/regression/detect",
                    """
                    {"model_name": "#{model}", "config_hash": "#{configHash}",
                     "current_quality": #{quality}}\
                    """)
                .check(
                    status().is(200),
                    jsonPath("$.current_quality")
                        .ofDouble()
                        .is(session -> session.getDouble("quality"))
                        .name("regression is of another quality"),
                    jsonPath("$")
                        .ofMap()
                        .transform(AgentRules::detectsItsDrop)
                        .is(true)
                        .name("detection and drop do not agree")));
  }

  private static ChainBuilder readAnalytics() {
    return uniformRandomSwitch()
        .on(
            get("/analytics/*", "/analytics/summary")
                .check(
                    status().is(200),
                    jsonPath("$.total_requests")
                        .ofDouble()
                        .gte(1.0)
                        .name("summary of no requests")),
            get("/analytics/*", "/analytics/trends")
                .check(
                    status().is(200),
                    jsonPath("$.trends[0]").ofMap().exists().name("there are no trends")),
            get("/analytics/*", "/analytics/comparison?models=model-v1,model-v2")
                .check(
                    status().is(200),
                    jsonPath("$.comparison[*].model_id")
                        .findAll()
                        .transform(models -> models.stream().sorted().toList())
                        .is(List.of("model-v1", "model-v2"))
                        .name("comparison is of other models")));
  }

  private static ChainBuilder validateChange() {
    return exec(session ->
            session
                .set("name", "validation-" + ThreadLocalRandom.current().nextInt(1, 1_001))
                .set("before", uniform(80, 90))
                .set("after", uniform(85, 95)))
        .exec(
            post(
                    "/validation/create",
                    """
                    {"name": "#{name}", "model_name": "#{model}",
                     "baseline_quality": #{before}, "new_quality": #{after}}\
                    """)
                .check(
                    status().is(201),
                    jsonPath("$.name").isEL("#{name}").name("validation has another name"),
                    jsonPath("$.decision")
                        .in(
                            session ->
                                AgentRules.decisions(
                                    session.getDouble("before"), session.getDouble("after")))
                        .name("decision does not fit the change")));
  }

  private static HttpRequestActionBuilder runWorkflow() {
    return post("/workflow/validate", ANSWER)
        .check(
            status().is(200),
            jsonPath("$.status")
                .in("completed", "baseline_checked")
                .name("workflow did not get through"),
            jsonPath("$.errors").ofList().is(List.of()).name("workflow has errors"));
  }

  private static HttpRequestActionBuilder readConfiguration() {
    return get("/config/current", "/config/current")
        .check(
            status().is(200),
            jsonPath("$.snapshot_id")
                .transform(id -> id.startsWith("cfg-"))
                .is(true)
                .name("configuration is no snapshot"));
  }

  private static HttpRequestActionBuilder checkHealth() {
    return get("/health", "/health/")
        .check(status().is(200), jsonPath("$.status").is("healthy").name("agent is not healthy"));
  }

  private static HttpRequestActionBuilder readStatistics() {
    return get("/admin/stats", "/admin/stats")
        .check(
            status().is(200),
            jsonPath("$.uptime_seconds").ofDouble().gte(0.0).name("agent has no uptime"));
  }

  private static HttpRequestActionBuilder get(String name, String path) {
    return http(name).get(path).requestTimeout(TIMEOUT);
  }

  private static HttpRequestActionBuilder post(String path, String json) {
    return http(path).post(path).body(StringBody(json)).asJson().requestTimeout(TIMEOUT);
  }

  /** With two decimals, which survive the rounding of the agent. */
  private static double uniform(double least, double most) {
    return Math.round(100 * ThreadLocalRandom.current().nextDouble(least, most)) / 100.0;
  }

  @Override
  public Duration longestIteration() {
    return TIMEOUT;
  }
}
