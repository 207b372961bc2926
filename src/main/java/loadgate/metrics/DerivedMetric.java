package loadgate.metrics;

import java.util.List;

/** What a user type says of a whole run, as samples of one of its metrics. */
public record DerivedMetric(Metric metric, List<Metric.Sample> samples) {

  public DerivedMetric {
    samples = List.copyOf(samples);
  }

  public static DerivedMetric of(Metric metric, Metric.Sample sample) {
    return new DerivedMetric(metric, List.of(sample));
  }
}
