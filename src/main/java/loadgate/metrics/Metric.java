package loadgate.metrics;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.commons.validation.Success;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.SessionHookBuilder;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A measure that is recorded beside requests and can be gated like them. Each sample is an event of
 * a group named after the metric, inside the group of the user type: Gatling asserts and reports it
 * without counting it as a request.
 *
 * <p>This is the one place that uses Gatling's internals.
 *
 * @param name in the settings, for example {@code cache-hit-rate}
 * @param title in the report, for example {@code Cache hit}
 */
public record Metric(String name, String title) {

  /**
   * One sample.
   *
   * @param ok hit or miss; an occurrence of what is counted is a miss
   * @param value any whole number, for a metric of values; 0 for others
   */
  public record Sample(boolean ok, int value) {

    public static Sample rate(boolean hit) {
      return new Sample(hit, 0);
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
  }

  /** Records what the function finds in the session; nothing when it finds nothing. */
  public ActionBuilder record(String group, Function<Session, Optional<Sample>> sample) {
    return new Recording(CollectionConverters.asScala(List.of(group, title)).toList(), sample);
  }

  private record Recording(
      scala.collection.immutable.List<String> groups, Function<Session, Optional<Sample>> sample)
      implements ActionBuilder {

    @Override
    public io.gatling.core.action.builder.ActionBuilder asScala() {
      return new io.gatling.core.action.builder.ActionBuilder() {
        @Override
        public Action build(ScenarioContext context, Action next) {
          return new SessionHookBuilder(
                  session -> {
                    sample
                        .apply(new Session(session))
                        .ifPresent(found -> log(context, session.scenario(), found));
                    return new Success<>(session);
                  },
                  true)
              .build(context, next);
        }
      };
    }

    private void log(ScenarioContext context, String scenario, Sample found) {
      long now = context.coreComponents().clock().nowMillis();
      Status status = found.ok() ? OK$.MODULE$ : KO$.MODULE$;
      context
          .coreComponents()
          .statsEngine()
          .logGroupEnd(scenario, new GroupBlock(groups, now, found.value(), status), now);
    }
  }
}
