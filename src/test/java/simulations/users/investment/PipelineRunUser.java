package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.steps;
import static simulations.users.investment.InvestmentAnswer.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.model.Unit;
import loadgate.settings.Options;

/** Starts a run of the pipeline, or finds one under way, and watches it to its end. */
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
  private static final String RUN = "run";
  private static final String STATUS = "status";
  private static final String BEGAN_AT = "runBeganAt";
  // Whether a poll is the last one, because the time is up.
  private static final String LATE = "runIsLate";
  private static final String COMPLETED = "runCompleted";

  private final int stocks;
  private final Duration longest;

  public PipelineRunUser() {
    this(USUAL_STOCKS, LONGEST_RUN);
  }

  private PipelineRunUser(int stocks, Duration longest) {
    this.stocks = stocks;
    this.longest = longest;
  }

  /** {@code stocks} to go through, and {@code limit-seconds} after which a run has failed. */
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
        exec(session ->
                session
                    .removeAll(RUN_ID, RUN, STATUS, LATE, COMPLETED)
                    .set(BEGAN_AT, System.nanoTime()))
            .exec(steps(begin(), awaitEnd()))
            .exec(COMPLETION.record(session -> Optional.of(Metric.Sample.rate(completed(session)))))
            .exec(TOTAL_TIME.record(PipelineRunUser::totalTime));
    for (String stage : PipelineStages.NAMES) {
      chain = chain.exec(stageTime(stage).record(session -> stageTime(session, stage)));
    }
    return chain;
  }

  /** There is one run at a time; whoever comes late is told which one. */
  private HttpRequestActionBuilder begin() {
    return http("/api/pipeline/runs [start]")
        .post("/api/pipeline/runs")
        .body(JsonBody.of(session -> Map.of("stocks", stocks)))
        .asJson()
        .check(status().in(202, 409))
        .checkIf((Response response, Session session) -> response.status().code() == 202)
        .then(
            data("a run", d -> d.path("id").isTextual()),
            jsonPath("$.data.id").find().not("").saveAs(RUN_ID))
        .checkIf((Response response, Session session) -> response.status().code() == 409)
        .then(InvestmentAnswer.error(), jsonPath("$.detail").find().not("").saveAs(RUN_ID));
  }

  /** An answer that never came or that is an error says nothing about the run, so it goes on. */
  private ChainBuilder awaitEnd() {
    return asLongAs(session -> !isOver(session))
        .on(
            exec(session ->
                    session.markAsSucceeded().removeAll(RUN, STATUS).set(LATE, isLate(session)))
                .exec(poll())
                .exec(session -> session.set(COMPLETED, !session.isFailed() && hasEnded(session)))
                .exec(doIf(session -> !isOver(session)).then(pause(POLL_INTERVAL))));
  }

  private HttpRequestActionBuilder poll() {
    return http("/api/pipeline/runs/{id} [poll]")
        .get("/api/pipeline/runs/#{runId}")
        .check(
            status().saveAs(STATUS),
            status().is(200),
            InvestmentAnswer.savedAs(RUN),
            InvestmentAnswer.flawless(PipelineRunUser::flaw));
  }

  private static Optional<String> flaw(JsonNode run, Session session) {
    return PipelineStages.isOver(run) || !session.getBoolean(LATE)
        ? PipelineStages.flaw(run)
        : Optional.of("timed out");
  }

  private boolean isLate(Session session) {
    return nanos(session) > longest.toNanos();
  }

  private static boolean isOver(Session session) {
    boolean gone = session.contains(STATUS) && session.getInt(STATUS) == 404;
    boolean late = session.contains(LATE) && session.getBoolean(LATE);
    return gone || late || hasEnded(session);
  }

  private static boolean hasEnded(Session session) {
    return session.contains(RUN) && PipelineStages.isOver(session.get(RUN));
  }

  private static boolean completed(Session session) {
    return session.contains(COMPLETED) && session.getBoolean(COMPLETED);
  }

  private static long nanos(Session session) {
    return System.nanoTime() - session.getLong(BEGAN_AT);
  }

  /** A run that was under way already has taken longer than it was watched. */
  private static Optional<Metric.Sample> totalTime(Session session) {
    if (!completed(session)) {
      return Optional.empty();
    }
    JsonNode run = session.get(RUN);
    long watched = nanos(session) / 1_000_000;
    return Optional.of(Metric.Sample.value(Math.max(watched, run.path("duration_ms").asLong())));
  }

  private static Optional<Metric.Sample> stageTime(Session session, String stage) {
    if (!session.contains(RUN)) {
      return Optional.empty();
    }
    return PipelineStages.millis(session.get(RUN), stage).stream()
        .mapToObj(Metric.Sample::value)
        .findFirst();
  }
}
