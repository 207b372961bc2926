package loadgate.metrics;

import java.util.List;

/** A metric computed from the finished run, as the samples that are added to its log. */
public record DerivedMetric(Metric metric, List<Metric.Sample> samples) {

  public DerivedMetric {
    samples = List.copyOf(samples);
  }

  public static DerivedMetric of(Metric metric, Metric.Sample sample) {
    return new DerivedMetric(metric, List.of(sample));
  }
}
