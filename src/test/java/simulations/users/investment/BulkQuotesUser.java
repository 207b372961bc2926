package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.steps;
import static simulations.users.investment.InvestmentAnswer.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.Metric;
import loadgate.model.Unit;

/** Goes through all stocks once, page by page, and has every one of them quoted. */
public final class BulkQuotesUser implements UserType, UserTypeHooks {

  private static final Metric SWEEP_TIME =
      Metric.values("sweep-time", "Bulk Sweep", Unit.MILLISECONDS);
  private static final Metric STOCKS_PER_SECOND =
      Metric.values("stocks-per-second", "Stocks quoted (1/s)", Unit.PER_SECOND);
  private static final Metric QUOTED = new Metric("stocks-quoted-rate", "Stock quoted");
  private static final Metric REPEATED = new Metric("repeated-quotes", "Stock quoted again");

  // As long as a sweep may still tell anything; its target is half of that.
  private static final Duration LONGEST_SWEEP = Duration.ofMinutes(10);

  private static final String SWEEP = "sweep";
  private static final String BEGAN_AT = "sweepBeganAt";
  private static final String OFFSET = "offset";
  private static final String SYMBOLS = "symbols";
  private static final String TOTAL = "total";

  @Override
  public boolean once() {
    return true;
  }

  @Override
  public Duration longestIteration() {
    return LONGEST_SWEEP;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        SWEEP_TIME, STOCKS_PER_SECOND, QUOTED, REPEATED, CacheMetrics.HIT, CacheMetrics.MARKER);
  }

  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.set(SWEEP, Sweep.begin()).set(BEGAN_AT, System.nanoTime()))
        .exec(asLongAs(session -> !sweep(session).over()).on(page()))
        .exec(SWEEP_TIME.record(BulkQuotesUser::sweepTime))
        .exec(STOCKS_PER_SECOND.record(BulkQuotesUser::stocksPerSecond))
        .exec(QUOTED.recordAll(BulkQuotesUser::quotedAndMissing))
        .exec(REPEATED.recordAll(BulkQuotesUser::repetitions));
  }

  /** A page that fails twice, or whose quotes fail twice, is given up. */
  private ChainBuilder page() {
    return exec(session -> session.removeAll(SYMBOLS, TOTAL).set(OFFSET, sweep(session).offset()))
        .exec(
            steps(
                repeatedOnce(list()),
                exec(session -> with(session, sweep(session).listed(session.getInt(TOTAL)))),
                doIf(session -> !symbols(session).isEmpty()).then(repeatedOnce(quotes()))))
        .exec(
            session ->
                with(
                    session.markAsSucceeded(),
                    session.isFailed()
                        ? sweep(session).skipped()
                        : sweep(session).quoted(symbols(session))));
  }

  private ChainBuilder list() {
    String page = "/api/stocks?limit=" + Sweep.PAGE + "&offset=#{offset}&sort_by=symbol&order=asc";
    return CacheMetrics.recorded(
        http("/api/stocks [page]")
            .get(page)
            .check(
                status().is(200),
                data("a page", d -> d.isArray() && d.size() <= Sweep.PAGE),
                jsonPath("$.data[*].symbol").findAll().withDefault(List.of()).saveAs(SYMBOLS),
                jsonPath("$.meta.total").ofInt().saveAs(TOTAL)));
  }

  private HttpRequestActionBuilder quotes() {
    return http("/api/stocks/quotes")
        .post("/api/stocks/quotes")
        .body(JsonBody.of(s -> Map.of(SYMBOLS, symbols(s))))
        .asJson()
        .check(status().is(200), data("a quote of each", BulkQuotesUser::quotesEach));
  }

  private static boolean quotesEach(JsonNode data, Session session) {
    JsonNode quotes = data.path("quotes");
    for (JsonNode quote : quotes) {
      if (quote.path("price").asDouble() <= 0) {
        return false;
      }
    }
    return data.path("not_found").isArray()
        && data.path("not_found").isEmpty()
        && sorted(quotes.findValuesAsText("symbol")).equals(sorted(symbols(session)));
  }

  private static List<String> sorted(List<String> symbols) {
    return symbols.stream().sorted().toList();
  }

  private static ChainBuilder repeatedOnce(Executable request) {
    return exec(request).doIf(Session::isFailed).then(exec(Session::markAsSucceeded).exec(request));
  }

  private static Sweep sweep(Session session) {
    return session.get(SWEEP);
  }

  private static Session with(Session session, Sweep sweep) {
    return session.set(SWEEP, sweep);
  }

  private static List<String> symbols(Session session) {
    return session.getList(SYMBOLS);
  }

  private static double seconds(Session session) {
    return (System.nanoTime() - session.getLong(BEGAN_AT)) / 1e9;
  }

  /** A sweep that lost its way has no time. */
  private static Optional<Metric.Sample> sweepTime(Session session) {
    return sweep(session).total().isEmpty()
        ? Optional.empty()
        : Optional.of(Metric.Sample.floor(1_000 * seconds(session)));
  }

  private static Optional<Metric.Sample> stocksPerSecond(Session session) {
    return Optional.of(Metric.Sample.ceiling(sweep(session).quoted().size() / seconds(session)));
  }

  private static List<Metric.Sample> quotedAndMissing(Session session) {
    return Metric.Sample.rates(sweep(session).quoted().size(), sweep(session).missing());
  }

  private static List<Metric.Sample> repetitions(Session session) {
    return Stream.concat(
            Stream.of(Metric.Sample.none()),
            Stream.generate(Metric.Sample::occurrence).limit(sweep(session).repeated()))
        .toList();
  }
}
