package loadgate.metrics;

import io.gatling.commons.validation.Success;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.SessionHookBuilder;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import loadgate.model.Measure;
import loadgate.model.Unit;

/**
 * A metric: a rate, a count or a value that is recorded beside requests and can be gated like them.
 * Each sample is an event of a group named after the metric, inside the group of the user type:
 * Gatling asserts and reports it without counting it as a request.
 *
 * @param name in the settings, for example {@code cache-hit-rate}
 * @param title in the report, for example {@code Cache hit}
 * @param unit of a metric of values; empty for a rate, whose name ends in {@code -rate}, and for a
 *     count of occurrences
 * @param derived whether it is computed from the finished run alone, as a {@link DerivedMetric}
 */
public record Metric(String name, String title, Optional<Unit> unit, boolean derived) {

  /** A rate if the name ends in {@code -rate}, else a count of occurrences. */
  public Metric(String name, String title) {
    this(name, title, Optional.empty(), false);
  }

  /** A metric of whole values, recorded while the load lasts, with its {@link #marker}. */
  public static Metric values(String name, String title, Unit unit) {
    return new Metric(name, title, Optional.of(unit), false);
  }

  /** A metric of whole values that are computed from the finished run. */
  public static Metric derivedValues(String name, String title, Unit unit) {
    return new Metric(name, title, Optional.of(unit), true);
  }

  /**
   * The share of looks for a value that found one. It is recorded with every value, so that a few
   * values cannot pass for all of them.
   */
  public Optional<Metric> marker() {
    return unit.isEmpty() || derived
        ? Optional.empty()
        : Optional.of(new Metric(Measure.markerRate(name), title + " present"));
  }

  /**
   * One sample.
   *
   * @param ok hit or miss; an occurrence of what is counted is a miss
   * @param value any whole number, for a metric of values; 0 for others
   */
  public record Sample(boolean ok, int value) {

    private static final int MOST_AT_ONCE = 10_000;

    public static Sample rate(boolean hit) {
      return new Sample(hit, 0);
    }

    /** A hit or a miss with the milliseconds it took. */
    public static Sample timed(boolean hit, long millis) {
      return new Sample(hit, Math.toIntExact(millis));
    }

    /**
     * One sample for each hit and miss; of more than {@value #MOST_AT_ONCE} in all, that many in
     * the same proportion, where a miss never vanishes.
     *
     * @param hits 0 or more
     * @param misses 0 or more
     */
    public static List<Sample> rates(long hits, long misses) {
      long all = hits + misses;
      long hitSamples = all <= MOST_AT_ONCE ? hits : MOST_AT_ONCE * hits / all;
      return Stream.concat(
              Stream.generate(() -> rate(true)).limit(hitSamples),
              Stream.generate(() -> rate(false)).limit(Math.min(all, MOST_AT_ONCE) - hitSamples))
          .toList();
    }

    /** One occurrence of what is counted. */
    public static Sample occurrence() {
      return new Sample(false, 0);
    }

    /**
     * Says that occurrences are looked for, so that none is a measured zero and not a missing one.
     */
    public static Sample none() {
      return new Sample(true, 0);
    }

    public static Sample value(long value) {
      return new Sample(true, Math.toIntExact(value));
    }

    /** A value without its fraction: it is below a whole limit exactly when the value itself is. */
    public static Sample floor(double value) {
      return value((long) Math.floor(value));
    }

    /** A value rounded up: it is above a whole limit exactly when the value itself is. */
    public static Sample ceiling(double value) {
      return value((long) Math.ceil(value));
    }
  }

  /**
   * Records what the function finds in the session; when it finds nothing, that is a miss of the
   * {@link #marker} and nothing else.
   */
  public ActionBuilder record(Function<Session, Optional<Sample>> sample) {
    return recordAll(sample.andThen(found -> found.map(List::of).orElse(List.of())));
  }

  /** Records all that the function finds in the session. */
  public ActionBuilder recordAll(Function<Session, List<Sample>> samples) {
    return new Recording(this, samples);
  }

  private record Recording(Metric metric, Function<Session, List<Sample>> samples)
      implements ActionBuilder {

    @Override
    public io.gatling.core.action.builder.ActionBuilder asScala() {
      return new io.gatling.core.action.builder.ActionBuilder() {
        @Override
        public Action build(ScenarioContext context, Action next) {
          SampleLog log = SampleLog.of(context.coreComponents());
          Optional<Metric> marker = metric.marker();
          return new SessionHookBuilder(
                  session -> {
                    List<Sample> found = samples.apply(new Session(session));
                    log.write(session.scenario(), metric, found);
                    List<Sample> look = List.of(Sample.rate(!found.isEmpty()));
                    marker.ifPresent(m -> log.write(session.scenario(), m, look));
                    return new Success<>(session);
                  },
                  // Gatling leaves a block before the next action that may be skipped, which this
                  // is not.
                  false)
              .build(context, next);
        }
      };
    }
  }
}
