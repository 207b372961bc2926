package loadgate.metrics;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.commons.util.Clock;
import io.gatling.core.CoreComponents;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import java.util.List;
import scala.jdk.javaapi.CollectionConverters;

/** Writes the samples of metrics to Gatling's log, as events of groups. */
public record SampleLog(StatsEngine engine, Clock clock) {

  public static SampleLog of(CoreComponents gatling) {
    return new SampleLog(gatling.statsEngine(), gatling.clock());
  }

  /**
   * Writes each sample as one event.
   *
   * @param group that the metric is recorded in: the title of a user type
   */
  public void write(String group, Metric metric, List<Metric.Sample> samples) {
    long now = clock.nowMillis();
    for (Metric.Sample sample : samples) {
      Status status = sample.ok() ? OK$.MODULE$ : KO$.MODULE$;
      var path = CollectionConverters.asScala(List.of(group, metric.title())).toList();
      engine.logGroupEnd(group, new GroupBlock(path, now, sample.value(), status), now);
    }
  }
}
