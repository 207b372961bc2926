package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.steps;
import static simulations.users.investment.EnvelopeChecks.none;
import static simulations.users.investment.EnvelopeChecks.notEmpty;

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

/** Lists all stocks once, page by page, and requests a quote of each. */
public final class BulkQuotesUser implements UserType, UserTypeHooks {

  private static final Metric SWEEP_TIME =
      Metric.values("sweep-time", "Bulk Sweep", Unit.MILLISECONDS);
  private static final Metric STOCKS_PER_SECOND =
      Metric.values("stocks-per-second", "Stocks quoted (1/s)", Unit.PER_SECOND);
  private static final Metric QUOTED = new Metric("stocks-quoted-rate", "Stock quoted");
  private static final Metric REPEATED = new Metric("repeated-quotes", "Stock quoted again");

  /** Twice the limit on the sweep time. */
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

  /** The last page takes up to four requests, each within Gatling's time-out. */
  @Override
  public Duration longestIteration() {
    return LONGEST_SWEEP.plusMinutes(1);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        SWEEP_TIME, STOCKS_PER_SECOND, QUOTED, REPEATED, CacheMetrics.HIT, CacheMetrics.MARKER);
  }

  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.set(SWEEP, Sweep.begin()).set(BEGAN_AT, System.nanoTime()))
        .exec(asLongAs(BulkQuotesUser::goesOn).on(page()))
        .exec(SWEEP_TIME.record(BulkQuotesUser::sweepTime))
        .exec(STOCKS_PER_SECOND.record(BulkQuotesUser::stocksPerSecond))
        .exec(QUOTED.recordAll(BulkQuotesUser::quotedAndMissing))
        .exec(REPEATED.recordAll(BulkQuotesUser::repetitions));
  }

  private static boolean goesOn(Session session) {
    return !sweep(session).over() && seconds(session) < LONGEST_SWEEP.toSeconds();
  }

  /** A page whose list or quotes fail twice is skipped. */
  private static ChainBuilder page() {
    return exec(session -> session.removeAll(SYMBOLS, TOTAL).set(OFFSET, sweep(session).offset()))
        .exec(
            steps(
                repeatedOnce(list()),
                exec(session -> session.set(SWEEP, sweep(session).listed(session.getInt(TOTAL)))),
                repeatedOnce(quotes())))
        .exec(
            session ->
                session
                    .markAsSucceeded()
                    .set(
                        SWEEP,
                        session.isFailed()
                            ? sweep(session).skipped()
                            : sweep(session).quoted(symbols(session))));
  }

  private static ChainBuilder list() {
    return CacheMetrics.recorded(
        http("/api/stocks [page]")
            .get("/api/stocks?limit=500&offset=#{offset}&sort_by=symbol&order=asc")
            .check(status().is(200))
            .check(EnvelopeChecks.SUCCESS)
            .check(
                notEmpty("data"),
                jmesPath("length(data)").ofInt().lte(Sweep.PAGE).name("page is too long"),
                jsonPath("$.data[*].symbol").findAll().saveAs(SYMBOLS),
                jsonPath("$.meta.total").ofInt().saveAs(TOTAL)));
  }

  private static HttpRequestActionBuilder quotes() {
    return http("/api/stocks/quotes")
        .post("/api/stocks/quotes")
        .body(JsonBody.of(session -> Map.of("symbols", symbols(session))))
        .asJson()
        .check(status().is(200))
        .check(EnvelopeChecks.SUCCESS)
        .check(
            none("data.not_found", "stocks of the list are not found"),
            none("data.quotes[?!(price > `0`)]", "quotes without a price"),
            jsonPath("$.data.quotes[*].symbol")
                .findAll()
                .transform(BulkQuotesUser::sorted)
                .is(session -> sorted(symbols(session)))
                .name("quotes are of other stocks")
                .logActualValueInError(false));
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

  private static List<String> symbols(Session session) {
    return session.getList(SYMBOLS);
  }

  private static double seconds(Session session) {
    return (System.nanoTime() - session.getLong(BEGAN_AT)) / 1e9;
  }

  /** A sweep that does not know how many stocks there are counts with the longest time. */
  private static Optional<Metric.Sample> sweepTime(Session session) {
    return Optional.of(
        sweep(session).total().isEmpty()
            ? Metric.Sample.value(LONGEST_SWEEP.toMillis())
            : Metric.Sample.floor(1_000 * seconds(session)));
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
