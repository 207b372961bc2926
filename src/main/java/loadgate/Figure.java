package loadgate;

import java.util.List;
import loadgate.metrics.Metric;

/** What a user type says of a whole run, as samples of one of its metrics. */
public record Figure(Metric metric, List<Metric.Sample> samples) {

  public Figure {
    samples = List.copyOf(samples);
  }

  public static Figure of(Metric metric, Metric.Sample sample) {
    return new Figure(metric, List.of(sample));
  }
}
