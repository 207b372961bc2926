package simulations.users.agent;

import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;
import static simulations.users.agent.AgentAnswer.holds;
import static simulations.users.agent.AgentFeeds.CONFIG_HASH;
import static simulations.users.agent.AgentFeeds.MODEL;
import static simulations.users.agent.AgentFeeds.PROMPT;
import static simulations.users.agent.AgentFeeds.RESPONSE;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import loadgate.JsonBody;
import loadgate.UserType;

/** What all users of the agent do, however long they think in between. */
final class QualityAgent {

  /** Anything slower counts as failed. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String BEFORE = "qualityBefore";
  private static final String AFTER = "qualityAfter";

  private final UserType userType;

  QualityAgent(UserType userType) {
    this.userType = userType;
  }

  ChainBuilder iterate() {
    return weighted(
        task(10, analysis()),
        task(5, insights()),
        task(3, baseline()),
        task(3, detection()),
        task(3, analytics()),
        task(2, validation()),
        task(2, workflow()),
        task(2, configuration()),
        task(1, health()),
        task(1, statistics()));
  }

  private ChainBuilder analysis() {
    return onAnswer(
        post("/quality/analyze", QualityAgent::answer)
            .check(
                status().is(200),
                holds(
                    "the score of the prompt with its grade",
                    (body, s) -> AgentRules.isScoreOf(body, s.getString(PROMPT)))));
  }

  private HttpRequestActionBuilder insights() {
    return get("/quality/insights", "/quality/insights")
        .check(status().is(200), holds("insights of 1 to 100 answers", AgentRules::isInsight));
  }

  private ChainBuilder baseline() {
    return ofModelAndHash(
        post("/regression/baseline", QualityAgent::newBaseline)
            .check(
                status().is(201),
                holds(
                    "the baseline of model and hash",
                    (body, s) ->
                        AgentRules.isBaselineOf(
                            body, s.getString(MODEL), s.getString(CONFIG_HASH)))));
  }

  private ChainBuilder detection() {
    return ofModelAndHash(
        post("/regression/detect", QualityAgent::currentQuality)
            .check(status().is(200), holds("a flag that fits the drop", AgentRules::isDetection)));
  }

  private static Map<String, ?> newBaseline(Session session) {
    return AgentBodies.baseline(session.getString(MODEL), session.getString(CONFIG_HASH));
  }

  private static Map<String, ?> currentQuality(Session session) {
    return AgentBodies.detection(
        session.getString(MODEL), session.getString(CONFIG_HASH), uniform(70, 95));
  }

  private ChainBuilder ofModelAndHash(HttpRequestActionBuilder request) {
    return feed(AgentFeeds.models()).feed(AgentFeeds.configHashes()).exec(request);
  }

  private ChainBuilder analytics() {
    return weighted(
        task(
            1,
            analytics("/analytics/summary")
                .check(holds("a number of requests", AgentRules::isSummary))),
        task(1, analytics("/analytics/trends").check(holds("trends", AgentRules::hasTrends))),
        task(
            1,
            analytics("/analytics/comparison?models=model-v1,model-v2")
                .check(holds("two models", body -> AgentRules.compares(body, 2)))));
  }

  private HttpRequestActionBuilder analytics(String path) {
    return get("/analytics/*", path).check(status().is(200));
  }

  private ChainBuilder validation() {
    return feed(AgentFeeds.models())
        .exec(session -> session.set(BEFORE, uniform(80, 90)).set(AFTER, uniform(85, 95)))
        .exec(
            post("/validation/create", QualityAgent::change)
                .check(
                    status().is(201),
                    holds(
                        "the decision for this change",
                        (body, s) ->
                            AgentRules.isDecisionOn(
                                body, s.getDouble(BEFORE), s.getDouble(AFTER)))));
  }

  private ChainBuilder workflow() {
    return onAnswer(
        post("/workflow/validate", QualityAgent::answer)
            .check(
                status().is(200), holds("a workflow that is through", AgentRules::isWorkflowDone)));
  }

  private ChainBuilder onAnswer(HttpRequestActionBuilder request) {
    return feed(AgentFeeds.models())
        .feed(AgentFeeds.prompts())
        .feed(AgentFeeds.responses())
        .exec(request);
  }

  private static Map<String, ?> answer(Session session) {
    return AgentBodies.answer(
        session.getString(MODEL), session.getString(PROMPT), session.getString(RESPONSE));
  }

  private static Map<String, ?> change(Session session) {
    return Map.of(
        "name",
        "validation-" + ThreadLocalRandom.current().nextInt(1, 1_001),
        "model_name",
        session.getString(MODEL),
        "baseline_quality",
        session.getDouble(BEFORE),
        "new_quality",
        session.getDouble(AFTER));
  }

  private static double uniform(double least, double most) {
    return ThreadLocalRandom.current().nextDouble(least, most);
  }

  private HttpRequestActionBuilder configuration() {
    return get("/config/current", "/config/current")
        .check(status().is(200), jsonPath("$.snapshot_id").transform(QualityAgent::isId).is(true));
  }

  private static boolean isId(String id) {
    return id.startsWith("cfg-");
  }

  private HttpRequestActionBuilder health() {
    return get("/health", "/health/").check(status().is(200), jsonPath("$.status").is("healthy"));
  }

  private HttpRequestActionBuilder statistics() {
    return get("/admin/stats", "/admin/stats")
        .check(status().is(200), jsonPath("$.uptime_seconds").ofDouble().gte(0.0));
  }

  private HttpRequestActionBuilder get(String name, String path) {
    return get(name, path).requestTimeout(PATIENCE);
  }

  private HttpRequestActionBuilder post(String path, Function<Session, ?> body) {
    return http(path).post(path).body(JsonBody.of(body)).asJson().requestTimeout(PATIENCE);
  }
}
