package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;
import static loadgate.Chains.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.model.Unit;
import loadgate.settings.Options;

/** Starts a pipeline run, or joins the one in progress, and polls it until it ends. */
public final class PipelineRunUser implements UserType, UserTypeHooks {

  private static final Metric COMPLETION = new Metric("completion-rate", "Pipeline completed");
  private static final Metric TOTAL_TIME =
      Metric.values("pipeline-time", "Pipeline Run", Unit.MILLISECONDS);

  private static final int FEWEST_STOCKS = 100;
  private static final int USUAL_STOCKS = 1_000;
  private static final int MOST_STOCKS = 6_000;
  private static final Duration LONGEST_RUN = Duration.ofHours(1);
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

  private static final String RUN_ID = "runId";
  private static final String START_STATUS = "startStatus";
  private static final String RUN = "run";
  private static final String STATUS = "status";
  private static final String BEGAN_AT = "runBeganAt";
  private static final String LAST_POLL = "lastPoll";
  private static final String NO_FLAW = "no flaw";

  private final int stocks;
  private final Duration longest;

  public PipelineRunUser() {
    this(USUAL_STOCKS, LONGEST_RUN);
  }

  private PipelineRunUser(int stocks, Duration longest) {
    this.stocks = stocks;
    this.longest = longest;
  }

  /** Reads {@code stocks} to process and {@code limit-seconds} after which a run has failed. */
  @Override
  public UserType configured(Options options) {
    options.only("stocks", "limit-seconds");
    int asked = options.wholeNumber("stocks", stocks, FEWEST_STOCKS);
    if (asked > MOST_STOCKS) {
      throw options.error("stocks", asked + " stocks are too many; at most " + MOST_STOCKS);
    }
    return new PipelineRunUser(
        asked,
        Duration.ofSeconds(options.wholeNumber("limit-seconds", (int) longest.toSeconds(), 1)));
  }

  @Override
  public boolean once() {
    return true;
  }

  @Override
  public Duration longestIteration() {
    return longest;
  }

  @Override
  public List<Metric> metrics() {
    return Stream.concat(
            Stream.of(COMPLETION, TOTAL_TIME),
            PipelineStages.NAMES.stream().map(PipelineRunUser::stageTime))
        .toList();
  }

  private static Metric stageTime(String stage) {
    return Metric.values(stage + "-time", "Stage " + stage, Unit.MILLISECONDS);
  }

  @Override
  public ChainBuilder iterate() {
    ChainBuilder chain =
        exec(session -> session.set(BEGAN_AT, System.nanoTime()))
            .exec(session -> session.remove(RUN))
            .exec(rated(COMPLETION, steps(startOrJoin(), awaitEnd()), PipelineRunUser::hasEnded))
            .exec(TOTAL_TIME.record(this::totalTime));
    for (String stage : PipelineStages.NAMES) {
      chain = chain.exec(stageTime(stage).record(session -> stageTime(session, stage)));
    }
    return chain;
  }

  /** There is one run at a time: a 409 names the run in progress. */
  private HttpRequestActionBuilder startOrJoin() {
    return http("/api/pipeline/runs [start]")
        .post("/api/pipeline/runs")
        .body(JsonBody.of(session -> Map.of("stocks", stocks)))
        .asJson()
        .check(status().in(202, 409).saveAs(START_STATUS))
        .checkIf((Response answer, Session session) -> answer.status().code() == 202)
        .then(EnvelopeChecks.SUCCESS)
        .checkIf((Response answer, Session session) -> answer.status().code() == 202)
        .then(
            jsonPath("$.data.id").find().not("").name("run has no id").saveAs(RUN_ID),
            jsonPath("$.data.stocks").ofInt().is(stocks).name("run is through other stocks"))
        .checkIf((Response answer, Session session) -> answer.status().code() == 409)
        .then(EnvelopeChecks.ERROR)
        .checkIf((Response answer, Session session) -> answer.status().code() == 409)
        .then(
            jsonPath("$.detail")
                .find()
                .not("")
                .name("run in progress is not named")
                .saveAs(RUN_ID));
  }

  /** A missing answer or an error other than 404 says nothing about the run: polling goes on. */
  private ChainBuilder awaitEnd() {
    return asLongAs(session -> !isOver(session))
        .on(
            exec(session ->
                    session
                        .markAsSucceeded()
                        .removeAll(RUN, STATUS)
                        .set(LAST_POLL, nanos(session) > longest.toNanos()))
                .exec(poll())
                .exec(session -> session.remove(START_STATUS))
                .exec(doIf(session -> !isOver(session)).then(pause(POLL_INTERVAL))));
  }

  private static HttpRequestActionBuilder poll() {
    return http("/api/pipeline/runs/{id} [poll]")
        .get("/api/pipeline/runs/#{runId}")
        .check(status().saveAs(STATUS), status().is(200))
        .check(EnvelopeChecks.SUCCESS)
        .check(
            jsonPath("$.data.id").isEL("#{runId}").name("answer is about another run"),
            bodyString().transform(PipelineStages::run).saveAs(RUN),
            bodyString()
                .transform(PipelineStages::run)
                .transformWithSession(PipelineRunUser::flaw)
                .is(NO_FLAW)
                .name("run is flawed")
                .logActualValueInError(true));
  }

  private static String flaw(JsonNode run, Session session) {
    boolean over = PipelineStages.isOver(run);
    if (over && session.contains(START_STATUS) && session.getInt(START_STATUS) == 409) {
      return "over at the first look, although in progress when it was to be started";
    }
    return over || !session.getBoolean(LAST_POLL)
        ? PipelineStages.flaw(run).orElse(NO_FLAW)
        : "timed out";
  }

  private static boolean isOver(Session session) {
    boolean gone = session.contains(STATUS) && session.getInt(STATUS) == 404;
    boolean late = session.contains(LAST_POLL) && session.getBoolean(LAST_POLL);
    return gone || late || hasEnded(session);
  }

  private static boolean hasEnded(Session session) {
    return session.contains(RUN) && PipelineStages.isOver(session.get(RUN));
  }

  private static long nanos(Session session) {
    return System.nanoTime() - session.getLong(BEGAN_AT);
  }

  /**
   * A run that was joined has taken longer than it was polled; one that did not complete counts
   * with the longest time that a run may take.
   */
  private Optional<Metric.Sample> totalTime(Session session) {
    if (session.isFailed() || !hasEnded(session)) {
      return Optional.of(Metric.Sample.value(longest.toMillis()));
    }
    JsonNode run = session.get(RUN);
    long polled = nanos(session) / 1_000_000;
    return Optional.of(Metric.Sample.value(Math.max(polled, run.path("duration_ms").asLong())));
  }

  /** Likewise, for a stage. */
  private Optional<Metric.Sample> stageTime(Session session, String stage) {
    OptionalLong millis =
        session.contains(RUN)
            ? PipelineStages.millis(session.get(RUN), stage)
            : OptionalLong.empty();
    return Optional.of(Metric.Sample.value(millis.orElse(longest.toMillis())));
  }
}
